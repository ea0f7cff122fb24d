import { afterAll, beforeAll, expect, test } from 'vitest'
import { Close } from '../../shared/wire.ts'
import { contentOf, writeAnna } from '../server/sync/support/attempts/annas-board.ts'
import type { Attempt } from '../server/sync/support/attempts/attempt.ts'
import { REACHES } from '../server/sync/support/attempts/reach.ts'
import { REMOVALS } from '../server/sync/support/attempts/removals.ts'
import { VALUES } from '../server/sync/support/attempts/values.ts'
import { Peer } from '../server/sync/support/peer.ts'
import { asKarin } from '../shared/support/board.ts'
import { ServerProcess } from '../support/server-process.ts'
import { boardNamed, signIn } from '../support/session.ts'
import { connectBoard } from '../support/stock-client.ts'
import { auditRows, expectWholeStore } from '../support/store-on-disk.ts'

const ATTEMPTS = [...REACHES, ...VALUES, ...REMOVALS]
const PEOPLE = { nurse: 'karin', doctor: 'sara', manager: 'maria' } satisfies Record<
  Attempt[1],
  string
>

let server: ServerProcess
let cookies: Record<Attempt[1], string>
/** Amina, who works on the same board meanwhile. */
let watcher: Peer
let newcomer: () => Promise<Peer>

beforeAll(async () => {
  server = await ServerProcess.start()
  const [nurse, doctor, manager, amina] = await Promise.all(
    [PEOPLE.nurse, PEOPLE.doctor, PEOPLE.manager, 'amina'].map((name) => signIn(server.url, name)),
  )
  cookies = { nurse: nurse ?? '', doctor: doctor ?? '', manager: manager ?? '' }
  const { id, epoch } = await boardNamed(server.url, cookies.nurse, 'kungsbacka')
  const address = `${server.url.replace('http', 'ws')}/sync/${id}@${epoch}`
  newcomer = () => new Peer(address, amina ?? '').sync()
  const karin = await new Peer(`${address}?frames=1`, cookies.nurse).sync()
  karin.edit((doc) => writeAnna(doc, asKarin()))
  await karin.until(() => karin.frames('saved').length > 0)
  karin.socket.close()
  watcher = await newcomer()
})

afterAll(() => server[Symbol.asyncDispose]())

const refusals = async () =>
  (await auditRows(server.folder, 'kungsbacka')).filter(({ action }) => action === 'change-refused')

/** A stock client does it; gives the code with which it is sent away for good. */
async function tries(who: Attempt[1], task: Attempt[2]): Promise<number> {
  using client = await connectBoard(server.url, cookies[who], 'kungsbacka')
  const { doc, provider } = client
  await new Promise((resolve) => provider.once('sync', resolve))
  const closed = new Promise<{ code: number }>((resolve) => provider.once('closed', resolve))
  doc.transact(() => task(doc))
  return (await closed).code
}

test.each(ATTEMPTS)(
  '[A4] a stock client that tries to %s as a %s is sent away, and nobody else sees it',
  async (_what, who, task, reason, part) => {
    const before = contentOf(watcher.doc)
    const heard = watcher.heard.length
    const logged = (await refusals()).length
    expect(await tries(who, task)).toBe(Close.refused.code)

    await expect.poll(async () => (await refusals()).length).toBeGreaterThan(logged)
    const [row, ...others] = (await refusals()).slice(logged)
    expect(others).toEqual([])
    expect(row).toMatchObject({ user_id: PEOPLE[who], user_role: who, client: 'stock' })
    expect(row).toMatchObject({ reason, object: part })
    await watcher.sync()
    expect(watcher.story.slice(heard)).not.toContain('update')
    expect(contentOf(watcher.doc)).toEqual(before)
  },
)

test('[A4] after all of them the board on disk is what it was, and the log is whole', async () => {
  expect(await refusals()).toHaveLength(ATTEMPTS.length)
  expect(contentOf((await newcomer()).doc)).toEqual(contentOf(watcher.doc))
  await server.kill()
  await server.startAgain()
  expect(contentOf((await newcomer()).doc)).toEqual(contentOf(watcher.doc))
  await expectWholeStore(server.folder)
})
