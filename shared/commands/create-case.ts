import * as Y from 'yjs'
import { accessOf, type Stamp } from '../access.ts'
import { casesOf } from '../board-document.ts'
import { caseFields, SBAR_PARTS, type CaseFields, type FieldName, type Sbar } from '../case.ts'
import { caseId, type CaseId, type UserId } from '../ids.ts'
import { CASES_PER_BOARD, SBAR_MAX } from '../limits.ts'
import type { Mission } from '../mission.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { landingRank } from './landing.ts'

/** A care request: what the patient-responsible nurse knows when asking. */
export type CreateCase = {
  id: CaseId
  patient: Omit<CaseFields['patient'], 'at' | 'ref'> & Partial<Pick<CaseFields['patient'], 'ref'>>
  reason: string
  priority: CaseFields['priority']['level']
  request: Omit<CaseFields['request'], 'at' | 'by'>
  mission?: Mission | null
  nurse?: UserId | null
  sbar?: Partial<Sbar>
}

/** Puts a new case last in `incoming`, whole: nested types made later would lose one of two makers. */
export function createCase(doc: Y.Doc, command: CreateCase, { by, role, at }: Stamp): Outcome {
  if (accessOf(role) !== 'write') return refused('not-allowed')
  const cases = casesOf(doc)
  if (cases.has(command.id)) return refused('nothing-changed')
  if (cases.size >= CASES_PER_BOARD) return refused('board-full')

  const { id, patient, reason, priority, request, mission, nurse, sbar } = command
  const fields: Partial<CaseFields> = {
    place: { lane: 'incoming', rank: landingRank(doc, id, 'incoming', null), at },
    patient: { ref: null, ...patient, at },
    reason: { text: reason, at },
    priority: { level: priority, by, at },
    request: { ...request, by, at },
    ...(mission && { mission: { id: mission, at } }),
    ...(nurse && { nurse: { id: nurse, at } }),
  }
  const parsed = Object.entries(fields).map(([field, value]) => ({
    field,
    value: caseFields[field as FieldName].safeParse(value).data as unknown,
  }))
  const texts = SBAR_PARTS.map((part) => ({ part, text: sbar?.[part] ?? '' }))
  const fits =
    caseId.safeParse(id).success &&
    parsed.every(({ value }) => value !== undefined) &&
    texts.every(({ text }) => text.length <= SBAR_MAX)
  if (!fits) return refused('invalid-value')

  const entry = new Y.Map<unknown>(parsed.map(({ field, value }) => [field, value]))
  entry.set('sbar', new Y.Map(texts.map(({ part, text }) => [part, new Y.Text(text)])))
  entry.set('tasks', new Y.Map())
  entry.set('comments', new Y.Array())
  cases.set(id, entry)
  return done
}
