import type { ProblemName } from '../../shared/api.ts'
import { m } from './paraglide/messages.js'

/** What a failed request says to the user: the server's problem by name, or no answer at all. */
export const failureWords: Readonly<Record<ProblemName | 'unreachable', () => string>> = {
  'invalid-body': m.failure_invalid_body,
  'wrong-password': m.failure_wrong_password,
  'too-many-attempts': m.failure_too_many_attempts,
  'signed-out': m.failure_signed_out,
  'session-revoked': m.failure_session_revoked,
  'session-locked': m.failure_session_locked,
  forbidden: m.failure_forbidden,
  'not-found': m.failure_not_found,
  'changed-since': m.failure_changed_since,
  'number-taken': m.failure_number_taken,
  'too-large': m.failure_too_large,
  'not-ready': m.failure_not_ready,
  internal: m.failure_internal,
  unreachable: m.failure_unreachable,
}
