import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { wallCardsOf } from '../../shared/wall.ts'
import fc from '../support/fast-check.ts'
import { isSame, textOf } from './board-state.ts'
import { AMINA, KARIN, MARIA, SARA } from './people.ts'
import { stageBrowser } from './soak/browser.ts'
import { planDays, type Team } from './soak/days.ts'
import { Machine } from './soak/machine.ts'
import { ServerProcess } from './soak/process.ts'
import { World } from './soak/world.ts'

/** How many days are lived through; `npm run test:fuzz` lives through many more. */
const DAYS = Number(process.env.FUZZ_SOAK_DAYS ?? 3)
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('[W6] [W10] [D5] days of sleep, cuts and restarts lose nothing and storm nobody', () => {
  fc.assert(fc.property(fc.noShrink(fc.integer()), live), { numRuns: 1 })
})

function live(seed: number): void {
  const world = new World(seed)
  stageBrowser(world)
  const server = new ServerProcess(world)
  const machine = (who: Machine['who']) => new Machine(world, server, who)
  const team: Team = {
    walls: [machine('wall'), machine('wall')],
    pcs: [machine(KARIN), machine(AMINA), machine(MARIA)],
    tablets: [machine(KARIN), machine(AMINA), machine(SARA), machine(SARA)],
  }
  const people = [...team.pcs, ...team.tablets]
  const all = [...team.walls, ...people]

  world.calmFrom = world.now + DAYS * DAY
  planDays(world, server, team)
  world.pass(DAYS * DAY)
  server.unblock()
  server.start()
  for (const one of all) {
    one.wake()
    one.goOnline()
  }
  world.pass(HOUR) // who was signed out comes back too

  const stored = server.stored()
  for (const { doc } of [{ doc: server.board }, ...people]) expect(isSame(doc, stored)).toBe(true)
  for (const { doc } of team.walls) expect(cardsOf(doc)).toBe(cardsOf(server.wall))
  const acknowledged = people.flatMap((one) => [...one.acknowledged])
  const lost = acknowledged.filter(([id, clock]) => Y.getState(stored.store, id) < clock)
  expect(lost).toEqual([])
  expect(people.flatMap((one) => one.tooEarly)).toEqual([])
  expect(all.flatMap((one) => one.turnedAway)).toEqual([])
  const worst = all.map((one) => worstMinute(one.attempts))
  expect(Math.max(...worst)).toBeLessThan(30)

  const changes = acknowledged.reduce((sum, [, clock]) => sum + clock, 0)
  const attempts = all.reduce((sum, one) => sum + one.attempts.length, 0)
  expect(changes).toBeGreaterThan(100 * DAYS) // else nothing was tried
  expect(attempts).toBeGreaterThan(100 * DAYS)
  if (process.env.FUZZ_SOAK_DAYS)
    process.stdout.write(`${DAYS} days: ${JSON.stringify({ changes, attempts, worst })}\n`)
}

const cardsOf = (wall: Y.Doc) => textOf(wallCardsOf(wall).toJSON())

/** The most attempts within any sixty seconds. */
function worstMinute(attempts: readonly number[]): number {
  let [first, worst] = [0, 0]
  for (const [i, at] of attempts.entries()) {
    while ((attempts[first] ?? at) <= at - MINUTE) first++
    worst = Math.max(worst, i - first + 1)
  }
  return worst
}
