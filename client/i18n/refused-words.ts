import type { UpdateRefusal } from '../../shared/ruling.ts'
import { m } from './paraglide/messages.js'
import type { Words } from './words.ts'

/**
 * Why nothing of an update was taken: the server's own reason, how it ended the socket, or that the
 * board has not what the update builds on.
 */
export type NotTaken = UpdateRefusal | 'unreadable' | 'too-large' | 'stranded'

export const refusedWords: Words<NotTaken> = {
  'unknown-part': m.refused_unknown_part,
  'invalid-value': m.refusal_invalid_value,
  'not-allowed': m.refusal_not_allowed,
  'server-owned': m.refused_server_owned,
  removed: m.refused_removed,
  'not-yours': m.refused_not_yours,
  'close-needs-outcome': m.refusal_close_needs_outcome,
  incomplete: m.refused_incomplete,
  'too-much': m.refused_too_much,
  'board-full': m.refusal_board_full,
  'case-full': m.refusal_case_full,
  unreadable: m.refused_unreadable,
  'too-large': m.failure_too_large,
  stranded: m.refused_stranded,
}
