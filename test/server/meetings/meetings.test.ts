import { expect, test } from 'vitest'
import { readCase, readCases } from '../../../shared/read-case.ts'
import type { Case } from '../../../shared/case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { planFollowUp } from '../../../shared/commands/plan-follow-up.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { DaysOff } from '../../../server/calendar/days-off.ts'
import { Meetings } from '../../../server/meetings/meetings.ts'
import type { Person } from '../../../shared/person.ts'
import { MemoryAudit } from '../../support/audit.ts'
import { createBoard, sqliteDatabase } from '../../support/store.ts'
import {
  anna,
  asKarin,
  berit,
  boardWith,
  cameAt,
  cleo,
  jonas,
  karin,
  sara,
} from '../../shared/support/board.ts'

const MINUTE = 60_000
const EIGHT = Date.parse('2026-03-10T08:00:00+01:00')

const nurse: Person = { id: karin, name: 'Karin Lindqvist', initials: 'KL', role: 'nurse' }
const doctor: Person = { id: sara, name: 'Sara Lindgren', initials: 'SL', role: 'doctor' }
const other: Person = { id: jonas, name: 'Jonas Ek', initials: 'JE', role: 'doctor' }

/** A board with the cases of Anna and Berit, and its meetings on a clock that the test turns. */
async function open() {
  const db = await sqliteDatabase()
  const [board, elsewhere] = [
    await createBoard(db, 'kungsbacka'),
    await createBoard(db, 'halmstad'),
  ]
  const clock = { now: EIGHT }
  const doc = boardWith(anna, berit)
  cameAt(doc, anna, EIGHT - 9_000_000)
  cameAt(doc, berit, EIGHT - 8_000_000)
  const audit = new MemoryAudit()
  const casesOf = async (): Promise<Case[]> => readCases(doc)
  const findCase = async (_: unknown, id: CaseId) => readCase(doc, id)
  const meetings = new Meetings({
    db,
    audit,
    daysOff: new DaysOff(),
    casesOf,
    findCase,
    now: () => clock.now,
  })
  const asks = (person: Person, on = board) => ({ board: on, person })
  const log = async () => {
    const rows = await db.selectFrom('audit').selectAll().orderBy('number').execute()
    return rows.map((row) => ({ ...row, after: JSON.parse(row.after ?? 'null') as unknown }))
  }
  const start = async (person = nurse) => {
    const entered = await meetings.enter(asks(person), true)
    if (!entered) throw new Error('there is no meeting')
    return entered.meeting
  }
  const wordsOf = async (person: Person, meeting: Awaited<ReturnType<typeof start>>) =>
    (await meetings.minutes(asks(person), meeting.id))?.cases ?? []
  return { db, board, elsewhere, clock, doc, audit, meetings, asks, log, start, wordsOf }
}

test('[M4] a board has one meeting at a time, and who starts another is in it', async () => {
  const { meetings, asks, start, elsewhere } = await open()
  const meeting = await start()
  expect(meeting).toMatchObject({ startedAt: EIGHT, startedBy: 'karin', endedAt: null })
  const both = await Promise.all([start(doctor), start(other)])
  expect(both).toEqual([meeting, meeting])
  expect(await meetings.list(asks(doctor))).toEqual({ running: meeting, earlier: [] })
  expect((await meetings.enter(asks(nurse, elsewhere), true))?.meeting.id).not.toBe(meeting.id)
})

test('[M4] who only reads joins a meeting and starts none', async () => {
  const { meetings, asks, start, log } = await open()
  expect(await meetings.enter(asks(nurse), false)).toBeNull()
  expect(await log()).toEqual([])
  const meeting = await start()
  expect((await meetings.enter(asks(other), false))?.meeting).toEqual(meeting)
})

test('[M4] what came after the last meeting ended is news to the next', async () => {
  const { meetings, asks, start, clock } = await open()
  const first = await start()
  clock.now += 10 * MINUTE
  expect(await meetings.end(asks(doctor), first.id)).toBe(true)
  clock.now += MINUTE
  expect(await meetings.end(asks(nurse), first.id)).toBe(true)
  const { running, earlier } = await meetings.list(asks(nurse))
  expect(running).toBeNull()
  const ended = { ...first, endedAt: EIGHT + 10 * MINUTE, endedBy: 'sara' }
  expect(earlier).toEqual([ended])
  expect((await meetings.enter(asks(nurse), true))?.since).toBe(ended.endedAt)
})

test('[M4] a meeting that nobody ended has ended with its last word', async () => {
  const { meetings, asks, start, clock } = await open()
  const forgotten = await start()
  clock.now += 5 * MINUTE
  await meetings.write(asks(nurse), forgotten.id, anna, 'Ring sonen')
  clock.now += 114 * MINUTE
  expect((await start(doctor)).id).toBe(forgotten.id)
  clock.now += MINUTE
  const next = await start(doctor)
  expect(next.id).not.toBe(forgotten.id)
  expect((await meetings.list(asks(nurse))).earlier).toEqual([
    { ...forgotten, endedAt: EIGHT + 5 * MINUTE, endedBy: null },
  ])
})

test('[M5] who starts, joins, writes, ends and reads is logged, with the cases shown', async () => {
  const { meetings, asks, start, log, audit, wordsOf, doc } = await open()
  const { id } = await start()
  await start(doctor)
  await meetings.write(asks(doctor), id, anna, 'Ring sonen')
  await meetings.end(asks(nurse), id)
  cameAt(doc, berit, EIGHT + 1)
  await start()
  const rows = (await log()).map((row) => [row.action, row.user_id, row.case_id, row.after])
  expect(rows).toEqual([
    ['meeting-started', 'karin', null, [anna, berit]],
    ['meeting-joined', 'sara', null, [anna, berit]],
    ['minutes-written', 'sara', anna, null],
    ['meeting-ended', 'karin', null, null],
    ['meeting-started', 'karin', null, [berit]],
  ])
  expect(JSON.stringify(await log())).not.toContain('sonen')
  await wordsOf(other, { ...(await start()), id })
  expect(
    audit.lines.map(({ chain, entry }) => [chain, entry.action, entry.user, entry.to]),
  ).toEqual([['kungsbacka', 'minutes-read', 'jonas', [anna]]])
})

test('[M6] minutes say what the board said at the end, beside each one’s own note', async () => {
  const { meetings, asks, start, doc, clock, wordsOf } = await open()
  const meeting = await start()
  await meetings.write(asks(nurse), meeting.id, anna, 'Ring sonen')
  clock.now += MINUTE
  await meetings.write(asks(doctor), meeting.id, anna, 'Tar prover')
  clock.now += MINUTE
  await meetings.write(asks(nurse), meeting.id, anna)
  editField(doc, { case: anna, field: 'doctor', value: { id: sara } }, asKarin())
  planVisit(doc, { case: anna, start: EIGHT + 60 * MINUTE }, asKarin())
  planFollowUp(doc, { case: anna, due: EIGHT + 90 * MINUTE }, asKarin())
  await meetings.end(asks(nurse), meeting.id)
  editField(doc, { case: anna, field: 'doctor', value: { id: jonas } }, asKarin(9_000))
  expect(await wordsOf(other, meeting)).toEqual([
    {
      case: anna,
      code: 'H-07',
      nurse: null,
      doctor: 'sara',
      visit: EIGHT + 60 * MINUTE,
      followUp: EIGHT + 90 * MINUTE,
      words: [
        { by: 'sara', at: EIGHT + MINUTE, note: 'Tar prover' },
        { by: 'karin', at: EIGHT + 2 * MINUTE, note: 'Ring sonen' },
      ],
    },
  ])
})

test('[M6] words that were under way are taken for ten minutes after the end', async () => {
  const { meetings, asks, start, clock, elsewhere } = await open()
  const { id } = await start()
  await meetings.end(asks(nurse), id)
  clock.now += 10 * MINUTE
  expect(await meetings.write(asks(nurse), id, anna, 'Sent')).toBe(true)
  expect(await meetings.write(asks(nurse), id, cleo, 'Ingen')).toBe(false)
  expect(await meetings.write(asks(nurse, elsewhere), id, anna, 'Fel tavla')).toBe(false)
  clock.now += 1
  expect(await meetings.write(asks(nurse), id, anna, 'För sent')).toBe(false)
})

test('[M7] what was noted of a protected identity is for its pair and its author', async () => {
  const { meetings, asks, start, doc, wordsOf } = await open()
  const meeting = await start()
  editField(doc, { case: anna, field: 'doctor', value: { id: sara } }, asKarin())
  editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin())
  await meetings.write(asks(nurse), meeting.id, anna, 'Ring sonen')
  const noteFor = async (person: Person) => (await wordsOf(person, meeting))[0]?.words[0]?.note
  expect(await noteFor(nurse)).toBe('Ring sonen')
  expect(await noteFor(doctor)).toBe('Ring sonen')
  expect(await noteFor(other)).toBeNull()
  editField(doc, { case: anna, field: 'patient', value: { protected: false } }, asKarin(9_000))
  expect(await noteFor(other)).toBe('Ring sonen')
})

test('[M7] a case that is protected only now is so in old minutes, also once it has left', async () => {
  const { meetings, asks, start, doc, wordsOf } = await open()
  const meeting = await start()
  await meetings.write(asks(nurse), meeting.id, anna, 'Ring sonen')
  editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin())
  expect((await wordsOf(other, meeting))[0]?.words[0]?.note).toBeNull()
  await meetings.end(asks(nurse), meeting.id)
  doc.getMap('cases').clear()
  expect((await wordsOf(other, meeting))[0]?.words[0]?.note).toBeNull()
  expect((await wordsOf(nurse, meeting))[0]?.words[0]?.note).toBe('Ring sonen')
})
