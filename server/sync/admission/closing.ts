import { readField, readValue, type CaseEntry } from '../../../shared/board-document.ts'
import type { CaseFields, FieldName } from '../../../shared/case.ts'
import { awaitsReceipt } from '../../../shared/commands/close-case.ts'
import type { SupersededBy } from '../../../shared/ruling.ts'
import { saysTheSame } from './correct.ts'
import { outcomeOf, type Decision } from './decision.ts'

/**
 * What closing means for the values that were sent for one case: nothing changes a closed one
 * but what often comes later (B8), or a newer closing with its outcome, and none closes before it
 * may (B15). Who sent such a thing did not know better, so the rest of what they did is taken.
 */
export function heedClosing(entry: CaseEntry, decisions: readonly Decision[]): Decision[] {
  const sent = decisions.find(({ part }) => part === 'closed')
  const was = sent ? readValue('closed', sent.touch.write.before) : readField(entry, 'closed')
  const missing = sent?.because === null ? missingToClose(entry, decisions) : null
  const judged = decisions.map((one) => (one === sent && missing ? overruled(one, missing) : one))
  const closing = judged.find(({ part, because }) => part === 'closed' && because === null)
  const stays = was.how !== null && (closing === undefined || closing.wanted['how'] !== null)
  if (!stays) return judged
  const closesAgain = ({ part }: Decision) => closing && (part === 'closed' || part === 'outcome')
  return judged.map((one) => (closesAgain(one) || comesLater(one) ? one : overruled(one, 'closed')))
}

const overruled = (one: Decision, because: SupersededBy): Decision => ({
  ...one,
  because: one.because ?? because,
})

function comesLater({ part, wanted, touch }: Decision): boolean {
  if (part === 'documentedRegion' || part === 'documentedMunicipality') return true
  if (part !== 'handback' || wanted['receivedAt'] === null) return false
  return saysTheSame(unreceived(wanted), unreceived(touch.write.before))
}

const unreceived = (handback: unknown): unknown => ({
  ...Object(handback),
  receivedAt: null,
  receivedBy: null,
})

function missingToClose(entry: CaseEntry, decisions: readonly Decision[]): SupersededBy | null {
  const then = <F extends FieldName>(field: F): CaseFields[F] => {
    const decision = decisions.find(({ part }) => part === field)
    return decision ? readValue(field, outcomeOf(decision)) : readField(entry, field)
  }
  if (then('closed').how !== 'closed') return null
  if (then('outcome').value === null) return 'outcome-missing'
  const waits = { place: then('place'), handback: then('handback') }
  return awaitsReceipt(waits) ? 'receipt-missing' : null
}
