import type { Machine } from './machine.ts'
import type { ServerProcess } from './process.ts'
import type { World } from './world.ts'

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]
const DAY = 24 * HOUR

type Machines = readonly Machine[]
export type Team = { walls: Machines; pcs: Machines; tablets: Machines }

/** Plans all that goes wrong in days of work, and the work. */
export function planDays(world: World, server: ServerProcess, { walls, pcs, tablets }: Team) {
  const all: Machines = [...walls, ...pcs, ...tablets]
  const someone = () => world.pick(all)

  for (const pc of pcs) {
    world.nowAndThen(6 * MINUTE, () => pc.work())
    world.nowAndThen(3 * HOUR, () => nap(pc, world.between(10, 70) * MINUTE))
    const closesLid = () => {
      if (world.now >= world.calmFrom) return
      nap(pc, world.between(11, 14) * HOUR)
      world.after(DAY, closesLid)
    }
    world.after(world.between(10, 12) * HOUR, closesLid)
  }
  for (const tablet of tablets) {
    world.nowAndThen(2 * MINUTE, () => tablet.work())
    world.nowAndThen(15 * MINUTE, () => nap(tablet, world.between(1, 60) * MINUTE))
    world.nowAndThen(40 * MINUTE, () => lineless(tablet, world.between(0.2, 40) * MINUTE))
  }
  world.nowAndThen(10 * MINUTE, () => someone().cut())
  world.nowAndThen(20 * MINUTE, () => someone().lose('up', 'down'))
  world.nowAndThen(20 * MINUTE, () => someone().lose(world.pick(['up', 'down'])))
  world.nowAndThen(4 * HOUR, () => {
    const off = world.between(0.2, 10) * MINUTE
    for (const one of all) lineless(one, off)
  })
  world.nowAndThen(2 * HOUR, () => world.pick([...pcs, ...tablets]).expire())
  world.nowAndThen(3 * HOUR, () => away(() => server.kill(), world.between(1, 300) * SECOND))
  world.nowAndThen(5 * HOUR, () => away(() => server.drain(), world.between(2, 20) * SECOND))
  world.nowAndThen(4 * HOUR, () => {
    server.block()
    world.after(world.between(5, 150) * SECOND, () => server.unblock())
  })
  world.after(15 * HOUR, night)

  /** A whole one without a server. */
  function night(): void {
    if (server.state === 'down') world.after(MINUTE, night)
    else away(() => server.kill(), 8 * HOUR)
  }

  function nap(machine: Machine, ms: number): void {
    machine.sleep()
    world.after(ms, () => machine.wake())
  }

  function lineless(machine: Machine, ms: number): void {
    machine.goOffline()
    world.after(ms, () => machine.goOnline())
  }

  function away(how: () => void, ms: number): void {
    if (server.state === 'down') return
    how()
    world.after(ms, () => server.start())
  }
}
