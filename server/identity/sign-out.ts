import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { displayName } from './display-name.ts'
import { doerOf } from './doer.ts'
import type { Principal } from './principal.ts'
import type { Sessions } from './sessions.ts'

/** Ends a session at once when its user gives it up, and has the log say so. */
export class SignOut {
  readonly #sessions: Sessions
  readonly #audit: AuditLog

  constructor(sessions: Sessions, audit: AuditLog) {
    this.#sessions = sessions
    this.#audit = audit
  }

  /** @param reason what they did instead, when it was more than signing out */
  async end(
    principal: Principal,
    reason: 'display-created' | 'signed-in' | '' = '',
  ): Promise<void> {
    await this.#sessions.end(principal.session)
    const doer = doerOf(principal, Date.now())
    const object = principal.kind === 'display' ? displayName(principal.session) : null
    await this.#audit.record('', {
      ...doer,
      ...ABOUT_NOTHING,
      action: 'signed-out',
      object,
      reason,
    })
  }
}
