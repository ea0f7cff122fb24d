import { readField, readValue, type CaseEntry } from '../../../shared/board-document.ts'
import type { CaseFields, FieldName } from '../../../shared/case.ts'
import { awaitsReceipt } from '../../../shared/commands/close-case.ts'
import type { SupersededBy } from '../../../shared/ruling.ts'
import { outcomeOf, type Decision } from './decision.ts'

/**
 * What closing means for the values that were sent for one case: nothing changes a closed one
 * but what often comes later (B8), and none closes before it may (B15). Who sent such a thing
 * did not know better, so the rest of what they did is taken.
 */
export function heedClosing(entry: CaseEntry, decisions: readonly Decision[]): Decision[] {
  const closing = decisions.find(({ part, because }) => part === 'closed' && because === null)
  if (closing === undefined) {
    if (readField(entry, 'closed').how === null) return [...decisions]
    return decisions.map((one) => (comesLater(one) ? one : overruled(one, 'closed')))
  }
  const missing = missingToClose(entry, decisions)
  return decisions.map((one) => (one === closing && missing ? overruled(one, missing) : one))
}

const overruled = (one: Decision, because: SupersededBy): Decision => ({
  ...one,
  because: one.because ?? because,
})

function comesLater({ part, wanted, touch }: Decision): boolean {
  if (part === 'documentedRegion' || part === 'documentedMunicipality') return true
  const { sentAt } = readValue('handback', touch.write.before)
  return part === 'handback' && wanted['sentAt'] === sentAt && wanted['receivedAt'] !== null
}

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
