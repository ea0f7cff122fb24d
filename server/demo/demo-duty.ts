import type { Callee } from '../../shared/board.ts'
import { userId, type BoardId } from '../../shared/ids.ts'
import { hoursOn } from '../../shared/team-hours.ts'
import { clockOf, dayAfter, dayOf } from '../../shared/team-time.ts'
import { swedishHolidays } from '../calendar/holidays.ts'
import type { Database, Schema } from '../store/schema.ts'
import type { DemoTime } from './demo-time.ts'
import type { Member } from './member.ts'

/** Whom the demo team's boards say to call outside its hours. */
export const DEMO_OUT_OF_HOURS: Callee[] = [
  { name: 'Kväll och natt', phone: '070-174 06 10' },
  { name: 'Jourläkarbilen', phone: '070-174 06 11' },
  { name: 'Nödläge', phone: '112' },
]

const USUAL = { opens: '08:00', closes: '17:00' }
/** When one of the two doctors who share a post goes, and the other one comes. */
const CHANGE = '12:30'
const DAYS = 28

/** Fills the roster for four weeks: today at any hour, later in the hours of such a team. */
export async function createDemoDuty(
  db: Database,
  board: BoardId,
  { now }: DemoTime,
): Promise<void> {
  const today = dayOf(now)
  const year = Number(today.slice(0, 4))
  const holidays = swedishHolidays([year, year + 1])
  const days = Array.from({ length: DAYS }, (_, ahead) => dayAfter(today, ahead))
  const rows = days.flatMap((day) => {
    const hours = day === today ? hoursAround(clockOf(now)) : hoursOn(day, holidays)
    return hours === null ? [] : shiftsOn(day, hours)
  })
  const set = { board, source: 'import', set_by: userId.parse('maria'), set_at: now } as const
  await db
    .insertInto('duty')
    .values(rows.map((row) => ({ ...row, ...set })))
    .execute()
}

type Shift = Pick<Schema['duty'], 'day' | 'account' | 'from_clock' | 'to_clock' | 'phone'>

const shiftsOn = (day: string, { opens, closes }: typeof USUAL): Shift[] => [
  shift(day, 'sara', opens, CHANGE, '070-174 06 20'),
  shift(day, 'jonas', CHANGE, closes, '070-174 06 21'),
  shift(day, 'karin', opens, closes, '070-174 06 22'),
  shift(day, 'amina', opens, closes, '070-174 06 23'),
]

const shift = (day: string, member: Member, from: string, to: string, phone: string): Shift => ({
  ...{ day, account: userId.parse(member), from_clock: from, to_clock: to, phone },
})

/** The usual hours, made longer where the demo is started outside them. */
const hoursAround = (clock: string): typeof USUAL => ({
  opens: clock < USUAL.opens ? '00:00' : USUAL.opens,
  closes: clock < USUAL.closes ? USUAL.closes : '23:59',
})
