import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { advanceAlerts, heedChanges } from '../../../server/alerts/alert-change.ts'
import type { Stamp } from '../../../shared/access.ts'
import { dutyOf, metaOf, peopleOf, readMeta } from '../../../shared/board-document.ts'
import { observeChanges, type CaseChange } from '../../../shared/changes.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { takeCase } from '../../../shared/commands/take-case.ts'
import { userId } from '../../../shared/ids.ts'
import { momentOf } from '../../../shared/team-time.ts'
import {
  anna,
  asJonas,
  asKarin,
  asSara,
  berit,
  boardWith,
  cameAt,
  jonas,
  karin,
  requestFor,
  sara,
} from '../../shared/support/board.ts'

const at = (clock: string) => momentOf('2026-06-18', clock)
const maria = userId.parse('maria')

/** Anna's case came at 9, not acute, on a board of Karin, the doctors Sara and Jonas, and Maria. */
function board(): Y.Doc {
  const doc = boardWith(anna)
  cameAt(doc, anna, at('09:00'))
  for (const [id, role] of [
    [karin, 'nurse'],
    [sara, 'doctor'],
    [jonas, 'doctor'],
    [maria, 'manager'],
  ] as const)
    peopleOf(doc).set(id, { id, role, name: id, initials: 'XX' })
  return doc
}

/** What is stored and told when somebody does something: "raised → sara jonas". */
function does(doc: Y.Doc, stamp: Stamp, act: (doc: Y.Doc, stamp: Stamp) => unknown): string[] {
  const changes: CaseChange[] = []
  const stop = observeChanges(doc, (more) => changes.push(...more))
  doc.transact(() => act(doc, stamp))
  stop()
  return heedChanges(doc, changes, stamp).map(
    ({ step, to, ended }) => `${ended?.how ?? step} → ${to.join(' ')}`,
  )
}

const seen = (doc: Y.Doc, stamp: Stamp) => markSeen(doc, { case: anna }, stamp)
const taken = (doc: Y.Doc, stamp: Stamp) => takeCase(doc, { case: anna }, stamp)
const toAcute = (doc: Y.Doc, stamp: Stamp) =>
  moveCase(doc, { case: anna, to: 'acute', before: null }, stamp)
const finished = (doc: Y.Doc, stamp: Stamp) =>
  setVisitStatus(doc, { case: anna, status: 'finished' }, stamp)
const atPriority = (level: 'acute' | 'today') => (doc: Y.Doc, stamp: Stamp) =>
  prioritise(doc, { case: anna, level }, stamp)
const answeredBy = (id: typeof sara) => (doc: Y.Doc, stamp: Stamp) =>
  editField(doc, { case: anna, field: 'doctor', value: { id } }, stamp)

describe('an alert begins', () => {
  test('[Q1] by the lane or by the priority, and the doctor who did it is not told', () => {
    expect(does(board(), asSara(at('10:00')), toAcute)).toEqual(['raised → jonas'])
    expect(does(board(), asKarin(at('10:00')), atPriority('acute'))).toEqual([
      'raised → sara jonas',
    ])
  })

  test('[Q1] once: a case that is acute already raises none, whether or not it was seen', () => {
    const doc = board()
    does(doc, asKarin(at('10:00')), toAcute)
    does(doc, asSara(at('10:01')), seen)
    expect(does(doc, asKarin(at('10:02')), atPriority('today'))).toEqual([])
    const before = board()
    toAcute(before, asKarin(at('09:30')))
    expect(does(before, asKarin(at('10:02')), atPriority('today'))).toEqual([])
  })

  test('[Q1] of a case that comes unseen; one that its doctor has seen already alerts nobody', () => {
    const comes = (doc: Y.Doc, stamp: Stamp) => {
      createCase(doc, { ...requestFor(berit), priority: 'acute' }, stamp)
      cameAt(doc, berit, stamp.at)
    }
    expect(does(board(), asSara(at('10:00')), comes)).toEqual(['raised → jonas'])
    const comesSeen = (doc: Y.Doc, stamp: Stamp) => {
      comes(doc, stamp)
      markSeen(doc, { case: berit }, stamp)
    }
    expect(does(board(), asSara(at('10:00')), comesSeen)).toEqual([])
  })
})

describe('an alert goes on', () => {
  test('[Q2] as one that has waited since it began', () => {
    const doc = board()
    does(doc, asKarin(at('10:00')), toAcute)
    expect(advanceAlerts(doc, at('10:09'))).toEqual([])
    expect(advanceAlerts(doc, at('10:10'))).toMatchObject([
      { step: 'again', since: at('10:00'), at: at('10:10'), to: [sara, jonas, maria] },
    ])
    expect(readMeta(doc, anna)?.alert).toMatchObject({ told: [sara, jonas, maria] })
  })

  test('[Q5] one that rests on, since the team is off after all, is told to nobody again', () => {
    const doc = board()
    expect(does(doc, asKarin(at('07:00')), toAcute)).toEqual(['resting → karin'])
    dutyOf(doc).set('daysOff', ['2026-06-18'])
    const next = momentOf('2026-06-19', '08:00')
    expect(advanceAlerts(doc, at('08:00'))).toMatchObject([{ step: 'resting', to: [], next }])
  })
})

describe('an alert ends', () => {
  function raised(): Y.Doc {
    const doc = board()
    does(doc, asKarin(at('10:00')), toAcute)
    return doc
  }

  test('[Q3] when the visit is finished, for all who were told and who asked', () => {
    expect(does(raised(), asKarin(at('10:05')), finished)).toEqual(['gone → sara jonas karin'])
  })

  test('[Q3] as taken by who takes it in that moment, else as seen', () => {
    expect(does(raised(), asSara(at('10:05')), taken)).toEqual(['taken → sara jonas karin'])
    const theirs = raised()
    answeredBy(sara)(theirs, asKarin(at('10:04')))
    expect(does(theirs, asSara(at('10:05')), seen)).toEqual(['seen → sara jonas karin'])
    const others = raised()
    answeredBy(jonas)(others, asKarin(at('10:05')))
    expect(does(others, asSara(at('10:05')), seen)).toEqual(['seen → sara jonas karin'])
  })

  test('[Q3] for who asked, who need not be who wrote it', () => {
    const doc = raised()
    const meta = readMeta(doc, anna)
    metaOf(doc).set(anna, { ...meta, createdBy: maria })
    expect(does(doc, asJonas(at('10:05')), seen)).toEqual(['seen → sara jonas karin'])
  })
})
