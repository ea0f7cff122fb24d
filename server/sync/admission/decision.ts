import { isFieldName } from '../../../shared/case.ts'
import { EMPTY_FIELDS } from '../../../shared/empty-case.ts'
import type { SupersededBy } from '../../../shared/ruling.ts'
import type { Author } from './author.ts'
import { corrected, saysTheSame } from './correct.ts'
import type { LastWrites } from './last-writes.ts'
import { partOf } from './objection.ts'
import type { Touch } from './touch.ts'
import { atOf } from './write.ts'

export type Overwrite = Extract<Touch, { readonly kind: 'field' | 'task' }>

/** What becomes of one value that somebody sent: it stands, or what stood there is kept. */
export type Decision = {
  readonly touch: Overwrite
  readonly part: string
  /** What the sender may have there. */
  readonly wanted: Readonly<Record<string, unknown>>
  /** Why it does not stand; null while it does. */
  readonly because: SupersededBy | null
}

/**
 * Between values that were set without knowing of each other the newer `at` decides. Yjs would
 * let the higher client id win, so that a tablet back from two hours without a network would
 * beat the team's newer decision half of the time.
 */
export function decide(touch: Overwrite, writes: LastWrites, author: Author): Decision {
  const { before, sent, knew } = touch.write
  const part = partOf(touch.spot) ?? ''
  const replaced = writes.of(touch.spot.case, part)?.replaced
  const known = saysTheSame(replaced, sent) ? replaced : before // an undo puts names back, too
  const wanted = corrected(sent as Record<string, unknown>, known, author)
  const stands = knew || atOf(wanted) > atOf(before)
  return { touch, part, wanted, because: stands ? null : 'newer' }
}

/** What stands in the end. */
export function outcomeOf({ touch, wanted, because }: Decision): unknown {
  if (because === null) return wanted
  if (touch.write.before !== undefined) return touch.write.before
  return isFieldName(touch.spot.key) ? EMPTY_FIELDS[touch.spot.key] : { ...wanted, removed: true } // a task
}
