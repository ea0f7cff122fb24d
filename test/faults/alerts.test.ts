import { expect, test } from 'vitest'
import { openForReading } from '../../server/store/database.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { newCaseId } from '../../shared/ids.ts'
import { momentOf } from '../../shared/team-time.ts'
import { Peer } from '../server/sync/support/peer.ts'
import { asKarin, requestFor } from '../shared/support/board.ts'
import { ServerProcess } from '../support/server-process.ts'
import { boardNamed, signIn } from '../support/session.ts'
import type { Moment } from '../support/store-faults.ts'

const MINUTE = 60_000
const preload = (name: string) => `${import.meta.dirname}/../support/${name}.ts`
/** A Tuesday on which the team works. */
const TEN = momentOf('2026-12-01', '10:00')

/** A server on which it is ten o'clock, and what its database has of alerts. */
async function startAtTen() {
  const ahead = TEN - Date.now()
  const server = await ServerProcess.start({ LOG_LEVEL: 'silent', CLOCK_AHEAD: String(ahead) }, [
    preload('set-clock'),
    preload('store-faults'),
  ])
  const told = async () => {
    const db = await openForReading({ dataDir: server.folder, databaseUrl: null })
    const rows = await db.selectFrom('alert_events').select(['step', 'person']).execute()
    await db.destroy()
    return rows.map(({ step, person }) => `${step} ${person}`).sort()
  }
  return { server, ahead, told }
}

/** Sara is on duty in the demo team's mornings. */
const RAISED = ['raised sara']
const AGAIN = [...RAISED, 'again sara', 'again maria']
const FULL = [...AGAIN, 'full karin']

test.each<[Moment['when'], Moment['statement']]>([
  ['before', 'commit'],
  ['after', 'commit'],
])(
  '[Q2] a server killed just %s the “%s” of each step takes each once',
  async (when, statement) => {
    const { ahead, told, ...started } = await startAtTen()
    await using server = started.server
    const cookie = await signIn(server.url, 'karin')
    const { id, epoch } = await boardNamed(server.url, cookie, 'kungsbacka')
    const address = `${server.url.replace('http', 'ws')}/sync/${id}@${epoch}?frames=1`
    const karin = await new Peer(address, cookie, {}).sync()
    karin.edit((doc) =>
      createCase(doc, { ...requestFor(newCaseId()), priority: 'acute' }, asKarin(TEN)),
    )
    await expect.poll(told).toEqual(RAISED.toSorted())

    for (const [minutes, expected] of [
      [10, AGAIN],
      [20, FULL],
    ] as const) {
      const atThatTime = { ahead: ahead + minutes * MINUTE }
      await server.tell({ kind: 'die', at: { when, statement } })
      await server.tell(atThatTime)
      await server.ended()
      await server.startAgain()
      await server.tell(atThatTime)
      await expect.poll(told).toEqual(expected.toSorted())
    }
  },
)
