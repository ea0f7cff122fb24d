import * as Y from 'yjs'
import { boardOf, peopleOf } from '../../shared/board-document.ts'
import { readCase } from '../../shared/read-case.ts'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { editField } from '../../shared/commands/edit-field.ts'
import { newCaseId, type CaseId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import { entriesOfChanges } from '../audit/case-entries.ts'
import type { AuditEntry } from '../audit/entry.ts'
import { personDoer } from '../identity/doer.ts'
import type { Team } from '../identity/gate.ts'
import { writeMeta } from '../sync/meta.ts'
import { moves, type Deed } from './deeds.ts'
import type { DemoCase, Step } from './demo-case.ts'
import type { Member } from './member.ts'

/**
 * A board on which all of it happened, step by step in the order of time.
 * @param log is told what the audit log says of each step
 */
export function boardOfCases(
  cases: readonly DemoCase[],
  { settings, people }: Team,
  log: (entries: readonly AuditEntry[]) => void = () => {},
): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const [key, value] of Object.entries(settings)) boardOf(doc).set(key, value)
    for (const person of people) peopleOf(doc).set(person.id, person)
  })
  const steps = cases.flatMap((one) => {
    const id = newCaseId()
    return stepsOf(one).map((step) => ({ id, step }))
  })
  steps.sort((a, b) => a.step[1] - b.step[1])
  for (const { id, step } of steps) log(take(doc, id, step, people))
  return doc
}

function stepsOf({ created, lane, consent = 'given', then, ...one }: DemoCase): Step[] {
  const asks: Deed = (doc, id, stamp) => createCase(doc, { ...one, id, nurse: stamp.by }, stamp)
  const agrees: Deed = (doc, id, stamp) =>
    editField(doc, { case: id, field: 'consent', value: { state: consent } }, stamp)
  const atOnce = [asks, agrees, ...(lane === 'incoming' ? [] : [moves(lane)])]
  return [...atOnce.map((deed): Step => [created.by, created.at, deed]), ...then]
}

/** Does one step as its person, and keeps the server's record of it at the step's own time. */
function take(
  doc: Y.Doc,
  id: CaseId,
  [member, at, deed]: Step,
  people: readonly Person[],
): AuditEntry[] {
  const person = personNamed(people, member)
  const { id: by, role } = person
  const changes: CaseChange[] = []
  const stop = observeChanges(doc, (seen) => changes.push(...seen))
  const outcome = doc.transact(() => deed(doc, id, { by, role, at }))
  stop()
  if (!outcome.ok) throw new Error(`A demo case was refused: ${outcome.reason}`)
  doc.transact(() => writeMeta(doc, changes, { by, at }))
  return entriesOfChanges(changes, personDoer(person, at), (one) => {
    return readCase(doc, one)?.patient.ref ?? null
  })
}

function personNamed(people: readonly Person[], member: Member): Person {
  const person = people.find((one) => one.id === member)
  if (!person) throw new Error(`The demo team has no ${member}`)
  return person
}
