/** Why a command did nothing. Each has one message per language in the client. */
export type Refusal =
  | 'case-not-found'
  | 'case-closed'
  | 'case-not-closed'
  | 'task-not-found'
  | 'not-allowed'
  | 'invalid-value'
  | 'nothing-changed'
  | 'outcome-missing'
  | 'receipt-missing'
  | 'handback-not-sent'
  | 'close-needs-outcome'
  | 'changed-since'
  | 'board-full'
  | 'case-full'

/** What a command answers: a refusal is a value, a broken invariant throws. */
export type Outcome = { ok: true } | Refused
export type Refused = { ok: false; reason: Refusal }

export const done: Outcome = { ok: true }
export const refused = (reason: Refusal): Refused => ({ ok: false, reason })
