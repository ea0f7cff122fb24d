import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCase } from '../../shared/read-case.ts'
import { Peer } from '../server/sync/support/peer.ts'
import { ServerProcess } from '../support/server-process.ts'
import { boardNamed, signIn } from '../support/session.ts'
import { expectWholeStore } from '../support/store-on-disk.ts'
import { Mover } from './mover.ts'

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3)
const MOVES = 200
const PEOPLE = ['karin', 'amina', 'sara', 'jonas', 'maria']

test(
  `[D5] a server killed in the middle of ${MOVES} acknowledged moves has lost none of them`,
  { timeout: ROUNDS * 60_000 },
  async () => {
    await using server = await ServerProcess.start()
    const cookies = await Promise.all(PEOPLE.map((name) => signIn(server.url, name)))
    const { id, epoch } = await boardNamed(server.url, cookies[0] ?? '', 'kungsbacka')
    const address = `${server.url.replace('http', 'ws')}/sync/${id}@${epoch}?frames=1`

    for (let round = 0; round < ROUNDS; round++) {
      const movers = PEOPLE.map((name, i) => new Mover(address, cookies[i] ?? '', name))
      const confirmed = () => movers.reduce((sum, mover) => sum + mover.confirmed, 0)
      const reach = (moves: number) =>
        expect.poll(confirmed, { interval: 1 }).toBeGreaterThanOrEqual(moves)

      await Promise.all(movers.map((mover) => mover.start()))
      await reach(10 + ((round * 67) % (MOVES - 20)))
      await server.kill()
      await Promise.all(movers.map(({ closed }) => closed))
      await server.startAgain()

      const reader = await new Peer(address, cookies[0] ?? '').sync()
      const onDisk = Y.decodeStateVector(await reader.asked())
      for (const { case: id, doc, lastSaved } of movers) {
        if (!lastSaved) continue
        expect(readCase(reader.doc, id)?.place.at).toBeGreaterThanOrEqual(lastSaved.at)
        expect(onDisk.get(doc.clientID)).toBeGreaterThanOrEqual(lastSaved.clock)
      }

      await Promise.all(movers.map((mover) => mover.comeBack()))
      await reach(MOVES)
      for (const { case: id, lastSaved } of movers)
        await expect
          .poll(() => readCase(reader.doc, id)?.place.at)
          .toBeGreaterThanOrEqual(lastSaved?.at ?? 0)
      for (const mover of movers) mover.stop()
      reader.socket.close()
      await expectWholeStore(server.folder)
    }
  },
)
