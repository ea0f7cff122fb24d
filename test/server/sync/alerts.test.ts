import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { swedishHolidays } from '../../../server/calendar/holidays.ts'
import { readMeta } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { takeCase } from '../../../shared/commands/take-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import type { Shift } from '../../../shared/duty.ts'
import { momentOf } from '../../../shared/team-time.ts'
import { readWallCards } from '../../../shared/wall.ts'
import {
  anna,
  asKarin,
  asSara,
  commentNumber,
  requestFor,
  sara as saraId,
} from '../../shared/support/board.ts'
import { kungsbacka } from './support/fake-gate.ts'
import { startSync } from './support/sync-stage.ts'

const at = (clock: string, day = '2026-06-18'): Timestamp => momentOf(day, clock)

/** Karin's board; by `told` what is stored of alerts: "again → sara". */
async function stage(
  day = '2026-06-18',
  log?: Parameters<typeof startSync>[0],
  shifts: readonly Shift[] = [],
) {
  const rung: string[][] = []
  const server = await startSync(log, {
    dutyOf: async () => ({ shifts, daysOff: [...swedishHolidays([2026])] }),
    onAlerts: (changes) => {
      const people = changes.flatMap(({ to }) => to)
      if (people.length > 0) rung.push(people)
    },
  })
  server.clock.now = at('10:00', day)
  const karin = await server.join('karin').sync()
  const told = () =>
    server.log.commits
      .flat()
      .flatMap(({ alerts = [] }) => alerts)
      .map(({ step, to, ended }) => `${ended?.how ?? step} → ${to.join(' ')}`)
  const asks = async (priority: 'acute' | 'today' = 'acute') => {
    karin.edit((doc) =>
      createCase(doc, { ...requestFor(anna), priority }, asKarin(server.clock.now)),
    )
    await expect.poll(() => readMeta(karin.doc, anna)).not.toBeNull()
  }
  const alert = (doc: Y.Doc = karin.doc) => readMeta(doc, anna)?.alert
  const advance = async (clock: string) => {
    server.clock.now = at(clock, day)
    await server.sync.advanceAlerts(kungsbacka)
  }
  return { ...server, karin, rung, told, asks, alert, advance }
}

describe('the alert of an acute case', () => {
  test('[Q1] [Q2] unseen it is told at 10:00 and 10:10, and at 10:20 the wall has it, each once', async () => {
    const { asks, advance, told, rung, alert, join } = await stage()
    const wall = await join('kungsbacka').sync()
    await asks()
    await expect.poll(told).toEqual(['raised → sara'])
    for (const clock of ['10:00', '10:09', '10:10', '10:10', '10:15', '10:20', '10:20', '10:21'])
      await advance(clock)
    await expect.poll(told).toEqual(['raised → sara', 'again → sara', 'full → karin'])
    expect(rung.flat()).toEqual(['sara', 'sara', 'karin'])
    await expect.poll(() => alert()?.step).toBe('full')
    const shown = () => readWallCards(wall.doc).map((card) => card.alert)
    const call = { name: null, phone: '070-174 06 00' }
    await expect.poll(shown).toEqual([{ call }])
  })

  test('[Q2] a server that stops between any two steps goes on where it was, and repeats nothing', async () => {
    const first = await stage()
    await first.asks()
    let { log } = first
    let last = first
    for (const clock of ['10:10', '10:20', '10:30']) {
      await expect.poll(() => log.commits.flat().at(-1)).toBeDefined()
      await last.sync.close()
      last = await stage('2026-06-18', log)
      ;({ log } = last)
      await last.advance(clock)
      await last.advance(clock)
    }
    await expect.poll(last.told).toEqual(['raised → sara', 'again → sara', 'full → karin'])
  })

  test('[Q2] a board that nobody has open goes on too', async () => {
    const { asks, karin, sync, passGrace, advance, told } = await stage()
    await asks()
    await expect.poll(told).toHaveLength(1)
    karin.socket.close()
    await expect.poll(() => sync.connections).toBe(0)
    passGrace()
    expect(sync.rooms).toBe(0)
    await advance('10:10')
    await expect.poll(told).toEqual(['raised → sara', 'again → sara'])
  })

  test.each(['10:01', '10:11', '10:21'])('[Q3] seen at %s it ends for all', async (seenAt) => {
    const { asks, advance, told, karin, alert, clock, join } = await stage()
    await asks()
    for (const clock of ['10:10', '10:20']) if (clock < seenAt) await advance(clock)
    const sara = await join('sara').sync()
    clock.now = at(seenAt)
    sara.edit((doc) => markSeen(doc, { case: anna }, asSara(clock.now)))
    await expect.poll(() => alert(karin.doc)).toBeUndefined()
    await advance('10:40')
    await expect.poll(() => told().at(-1)).toBe('seen → sara karin')
  })

  test('[Q3] who takes the case ends it, and so does voiding it', async () => {
    const one = await stage()
    await one.asks()
    const sara = await one.join('sara').sync()
    sara.edit((doc) => takeCase(doc, { case: anna }, asSara(one.clock.now)))
    await expect.poll(one.told).toEqual(['raised → sara', 'taken → sara karin'])

    const two = await stage()
    await two.asks()
    two.karin.edit((doc) =>
      voidCase(doc, { case: anna, reason: 'Dubblett' }, asKarin(two.clock.now)),
    )
    await expect.poll(two.told).toEqual(['raised → sara', 'gone → sara karin'])
  })

  test('[Q1] a case that was seen before is alerted when it becomes acute, and seen anew', async () => {
    const { asks, karin, told, alert, clock, join } = await stage()
    await asks('today')
    const sara = await join('sara').sync()
    sara.edit((doc) => markSeen(doc, { case: anna }, asSara(clock.now)))
    clock.now = at('11:00')
    karin.edit((doc) =>
      moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin(clock.now)),
    )
    await expect.poll(() => alert(sara.doc)?.step).toBe('raised')
    clock.now = at('11:01')
    sara.edit((doc) => markSeen(doc, { case: anna }, asSara(clock.now)))
    await expect.poll(told).toEqual(['raised → sara', 'seen → sara karin'])
  })

  test('[Q1] a doctor who makes a case acute that doctors have seen alerts nobody', async () => {
    const { asks, told, alert, clock, join } = await stage()
    await asks('today')
    const sara = await join('sara').sync()
    sara.edit((doc) => markSeen(doc, { case: anna }, asSara(clock.now)))
    sara.edit((doc) => moveCase(doc, { case: anna, to: 'acute', before: null }, asSara(clock.now)))
    await expect.poll(() => readMeta(sara.doc, anna)?.movedBy).toBe('sara')
    expect(alert(sara.doc)).toBeUndefined()
    expect(told()).toEqual([])
  })

  test('[Q1] what else happens to the case alerts nobody again', async () => {
    const { asks, karin, told, clock } = await stage()
    await asks()
    const comment = { case: anna, comment: commentNumber(1), text: 'Sonen ringde' }
    karin.edit((doc) => addComment(doc, comment, asKarin(clock.now)))
    karin.edit((doc) =>
      moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin(clock.now)),
    )
    await expect.poll(() => readMeta(karin.doc, anna)?.movedBy).toBe('karin')
    expect(told()).toEqual(['raised → sara'])
  })

  test('[Q5] on Midsummer Eve it rests: who asked is told whom to call, and the doctors on Monday', async () => {
    const { asks, advance, told, alert, clock, sync } = await stage('2026-06-19')
    await asks()
    for (const clock of ['10:10', '10:20']) await advance(clock)
    expect(told()).toEqual(['resting → karin'])
    expect(alert()?.call).toEqual({ name: null, phone: '070-174 06 00' })
    clock.now = at('08:00', '2026-06-22')
    await sync.advanceAlerts(kungsbacka)
    await expect.poll(told).toEqual(['resting → karin', 'raised → sara'])
  })

  test('[Q2] the wall names the doctor on duty and where they are reached', async () => {
    const from = at('08:00')
    const shift = { person: saraId, role: 'doctor', from, to: at('17:00'), phone: '070-1' } as const
    const { asks, advance, alert } = await stage('2026-06-18', undefined, [shift])
    await asks()
    for (const clock of ['10:10', '10:20']) await advance(clock)
    await expect.poll(() => alert()?.call).toEqual({ name: 'Sara Lindgren', phone: '070-1' })
  })

  test('[Q3] nothing is told before it is on disk', async () => {
    const { asks, advance, rung, log, alert } = await stage()
    await asks()
    await expect.poll(() => rung).toHaveLength(1)
    const release = log.hold()
    await advance('10:10')
    expect(alert()?.step).toBe('raised')
    expect(rung).toHaveLength(1)
    release()
    await expect.poll(() => rung).toHaveLength(2)
    await expect.poll(() => alert()?.step).toBe('again')
  })
})
