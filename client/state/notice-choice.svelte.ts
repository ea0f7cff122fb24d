import type { NoticeKind } from '../../shared/notices.ts'
import type { NoticeSettingsApi } from '../net/notice-settings-api.ts'
import type { Failure } from '../net/requests.ts'

/** The kinds of notices that a person wants none of, as the server keeps them. */
export class NoticeChoice {
  readonly #api: Pick<NoticeSettingsApi, 'settings' | 'choose'>
  #muted = $state.raw<readonly NoticeKind[] | null>(null)
  #failure = $state<Failure | null>(null)

  constructor(api: Pick<NoticeSettingsApi, 'settings' | 'choose'>) {
    this.#api = api
  }

  /** Null until the server has answered. */
  get muted(): readonly NoticeKind[] | null {
    return this.#muted
  }

  get failure(): Failure | null {
    return this.#failure
  }

  isMuted(kind: NoticeKind): boolean {
    return this.#muted?.includes(kind) ?? false
  }

  async load(): Promise<void> {
    const answer = await this.#api.settings()
    this.#failure = answer.ok ? null : answer.failure
    if (answer.ok) this.#muted = answer.value.muted
  }

  /** Switches a kind on or off; what the server does not take stays as it was. */
  async turn(kind: NoticeKind, on: boolean): Promise<void> {
    const others = (this.#muted ?? []).filter((one) => one !== kind)
    const muted = on ? others : [...others, kind]
    const answer = await this.#api.choose({ muted })
    this.#failure = answer.ok ? null : answer.failure
    if (answer.ok) this.#muted = muted
  }
}
