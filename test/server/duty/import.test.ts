import { describe, expect, test } from 'vitest'
import { DutyImport } from '../../../server/duty/duty-import.ts'
import { DaysOff } from '../../../server/calendar/days-off.ts'
import { Roster } from '../../../server/duty/roster.ts'
import { momentOf } from '../../../shared/team-time.ts'
import { createDemoTeam } from '../../../server/demo/team.ts'
import { Boards } from '../../../server/identity/boards.ts'
import { boardId } from '../../../shared/ids.ts'
import { sqliteDatabase } from '../../support/store.ts'

const board = boardId.parse('kungsbacka')
const MONDAY = '2026-03-09'

/** The demo team's boards without any shifts, on a Monday. */
async function emptyRoster() {
  const db = await sqliteDatabase()
  await createDemoTeam(db)
  const boards = new Boards(db)
  const now = () => momentOf(MONDAY, '09:00')
  const roster = new Roster(db, new DaysOff(), now)
  const dutyImport = new DutyImport({ roster, teamOf: (id) => boards.members(id), now })
  const maria = (await boards.members(board)).find(({ id }) => id === 'maria')
  if (!maria) throw new Error('there is no manager')
  const run = (kind: 'csv' | 'ical', text: string, dry = false) =>
    dutyImport.run(board, maria, { kind, text }, dry)
  const shifts = async () =>
    (await roster.list(board, MONDAY, '2026-12-31')).map((one) => [
      ...[one.day, one.person, one.from, one.to, one.phone],
    ])
  return { run, shifts }
}

describe('a CSV file', () => {
  const HEAD = 'datum;namn;från;till;telefon'

  test('[V5] names its people by name, user name or initials', async () => {
    const { run, shifts } = await emptyRoster()
    const rows = [
      `${MONDAY};Sara Lindgren;08:00;12:00;070-174 06 20`,
      `${MONDAY};jonas;12:00;17:00;`,
      `${MONDAY};kl;8:00;17:00;`,
    ]
    const report = await run('csv', [HEAD, ...rows].join('\n'))
    expect(report).toMatchObject({ rows: 3, valid: 3, imported: true, faults: [] })
    expect(await shifts()).toEqual([
      [MONDAY, 'karin', '08:00', '17:00', null],
      [MONDAY, 'sara', '08:00', '12:00', '070-174 06 20'],
      [MONDAY, 'jonas', '12:00', '17:00', null],
    ])
  })

  test('[V5] has each fault named by its row and column, and a dry run takes nothing', async () => {
    const { run, shifts } = await emptyRoster()
    const rows = [
      '2026-02-30;Sara Lindgren;08:00;12:00;',
      `${MONDAY};Maria Nordin;08:00;12:00;`,
      `${MONDAY};Sara Lindgren;8;25:00;`,
      `${MONDAY};Sara Lindgren;12:00;08:00;`,
      `${MONDAY};Sara Lindgren;08:00;12:00;${'1'.repeat(41)}`,
      `${MONDAY};Sara Lindgren;08:00;12:00;`,
      `${MONDAY};sara;13:00;14:00;`,
    ]
    const report = await run('csv', [HEAD, ...rows].join('\n'), true)
    expect(report).toMatchObject({ rows: 7, valid: 1, imported: false })
    expect(report.faults).toEqual([
      { row: 2, column: 'datum', fault: 'not-a-date' },
      { row: 3, column: 'namn', fault: 'person-unknown' },
      { row: 4, column: 'från', fault: 'not-a-time' },
      { row: 4, column: 'till', fault: 'not-a-time' },
      { row: 5, column: 'till', fault: 'ends-before-it-begins' },
      { row: 6, column: 'telefon', fault: 'too-long' },
      { row: 8, column: 'namn', fault: 'repeated' },
    ])
    expect(await shifts()).toEqual([])
  })

  test('[V5] without the columns that it needs is no roster', async () => {
    const { run } = await emptyRoster()
    const report = await run('csv', 'datum,namn\n2026-03-09,sara')
    expect(report).toMatchObject({ rows: 0, imported: false })
    expect(report.faults.map(({ column, fault }) => [column, fault])).toEqual([
      ['från', 'column-missing'],
      ['till', 'column-missing'],
    ])
  })
})

describe('a calendar', () => {
  const calendar = (...events: string[][]) =>
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', ...ZONE],
      ...events.flatMap((event, i) => ['BEGIN:VEVENT', `UID:${i}`, ...event, 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n')
  const ZONE = [
    ...['BEGIN:VTIMEZONE', 'TZID:Central European', 'BEGIN:STANDARD', 'TZOFFSETFROM:+0200'],
    ...['TZOFFSETTO:+0100', 'DTSTART:16011028T030000'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
    ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'DTSTART:16010325T020000'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
  ]

  test.each([
    ['of the file’s own zone', 'DTSTART;TZID=Central European:', ''],
    ['of a zone that it does not describe', 'DTSTART;TZID=Europe/Stockholm:', ''],
    ['without a zone', 'DTSTART:', ''],
  ])('[V5] has times %s by the team’s clock', async (_, start) => {
    const { run, shifts } = await emptyRoster()
    const text = calendar(['SUMMARY:Sara Lindgren', `${start}20260310T080000`, 'DURATION:PT4H'])
    await run('ical', text)
    expect(await shifts()).toEqual([['2026-03-10', 'sara', '08:00', '12:00', null]])
  })

  test('[V5] has times in UTC by the team’s clock, summer and winter', async () => {
    const { run, shifts } = await emptyRoster()
    const at = (day: string) => [`DTSTART:${day}T070000Z`, `DTEND:${day}T110000Z`]
    await run(
      'ical',
      calendar(['SUMMARY:Sara Lindgren', ...at('20260310')], ['SUMMARY:sara', ...at('20260410')]),
    )
    expect(await shifts()).toEqual([
      ['2026-03-10', 'sara', '08:00', '12:00', null],
      ['2026-04-10', 'sara', '09:00', '13:00', null],
    ])
  })

  test('[V5] says whose an event is by its title or by who takes part', async () => {
    const { run, shifts } = await emptyRoster()
    const times = ['DTSTART:20260310T080000', 'DTEND:20260310T170000']
    const attendee = 'ATTENDEE;CN=Jonas Ekberg:mailto:jonas@region.example'
    await run('ical', calendar(['SUMMARY:Läkarmedverkan', attendee, ...times]))
    expect(await shifts()).toEqual([['2026-03-10', 'jonas', '08:00', '17:00', null]])
  })

  test('[V5] that repeats is taken from today for three months, with its exceptions', async () => {
    const { run, shifts } = await emptyRoster()
    const weekly = ['SUMMARY:Sara Lindgren', 'RRULE:FREQ=WEEKLY', 'EXDATE:20260317T080000']
    const report = await run(
      'ical',
      calendar([...weekly, 'DTSTART:20260303T080000', 'DTEND:20260303T120000']),
    )
    expect(report).toMatchObject({ rows: 13, valid: 13, faults: [] })
    const days = (await shifts()).map(([day]) => day)
    expect(days.slice(0, 2)).toEqual(['2026-03-10', '2026-03-24'])
    expect(days.at(-1)).toBe('2026-06-09')
  })

  test('[V5] has whole days, nights and strangers named by their event', async () => {
    const { run } = await emptyRoster()
    const report = await run(
      'ical',
      calendar(
        ['SUMMARY:Sara Lindgren', 'DTSTART;VALUE=DATE:20260310'],
        ['SUMMARY:Sara Lindgren', 'DTSTART:20260310T200000', 'DTEND:20260311T080000'],
        ['SUMMARY:Städning', 'DTSTART:20260310T080000', 'DTEND:20260310T090000'],
      ),
    )
    expect(report.faults).toEqual([
      { row: 1, column: 'från', fault: 'not-a-time' },
      { row: 1, column: 'till', fault: 'not-a-time' },
      { row: 2, column: 'till', fault: 'not-one-day' },
      { row: 3, column: 'namn', fault: 'person-unknown' },
    ])
  })

  test('[V5] that is none is not read', async () => {
    const { run } = await emptyRoster()
    expect((await run('ical', 'hej')).faults).toEqual([
      { row: 1, column: null, fault: 'unreadable' },
    ])
  })
})
