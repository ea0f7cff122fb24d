import { afterAll, beforeAll, expect, test } from 'vitest'
import { editField } from '../../shared/commands/edit-field.ts'
import { asKarin } from '../shared/support/board.ts'
import { FaultyProxy } from '../support/faulty-proxy.ts'
import { connectBoard } from '../support/stock-client.ts'
import { expectWholeStore } from '../support/store-on-disk.ts'
import { FaultStage, reasonIn } from './stage.ts'

let stage: FaultStage
beforeAll(async () => void (stage = await FaultStage.start()))
afterAll(() => stage[Symbol.asyncDispose]())

/** Karin on a line that fails, and a colleague on a good one. */
async function onFaultyLine() {
  const proxy = await FaultyProxy.before(stage.server.url)
  const karin = await stage.author(proxy.through(stage.address))
  const other = await stage.join()
  /** She comes back on a good line, and what she wrote last is there and saved. */
  const returns = async (last: string) => {
    await karin.comeBack(stage)
    await karin.saved()
    await other.until(() => reasonIn(other, karin.case) === last)
    expect(reasonIn(await stage.join(), karin.case)).toBe(last)
    await expectWholeStore(stage.folder)
  }
  const dispose = () => proxy[Symbol.asyncDispose]()
  return { proxy, line: proxy.last, karin, other, returns, [Symbol.asyncDispose]: dispose }
}

test.concurrent('[D5] a change that a cut kept from the server comes with its author', async () => {
  await using faulty = await onFaultyLine()
  const { line, karin, other } = faulty
  line.hold('up')
  const text = karin.write()
  await expect.poll(() => line.delayed('up')).toBeGreaterThan(0)
  line.cut()
  await karin.peer.closed
  await other.sync()
  expect(reasonIn(other, karin.case)).not.toBe(text)
  await faulty.returns(text)
})

test.concurrent(
  '[D5] a change whose acknowledgement a cut took is there once, with its row',
  async () => {
    await using faulty = await onFaultyLine()
    const { line, karin, other } = faulty
    line.hold('down')
    const text = karin.write()
    await other.until(() => reasonIn(other, karin.case) === text)
    line.cut()
    await karin.peer.closed
    expect(karin.hasAllSaved).toBe(false)
    await faulty.returns(text)
  },
)

test.concurrent(
  '[W5] a half-open line is noticed at both ends, and the work done on it comes with a stock client',
  async () => {
    await using faulty = await onFaultyLine()
    const { proxy, karin, other } = faulty
    using stock = await connectBoard(
      proxy.through(stage.server.url),
      stage.cookies.karin,
      'kungsbacka',
    )
    await new Promise((resolve) => stock.provider.once('sync', resolve))
    const line = proxy.last
    line.lose('up', 'down')
    const value = { text: 'written into nothing' }
    editField(stock.doc, { case: karin.case, field: 'reason', value }, asKarin(Date.now()))
    const noticed = new Promise((resolve) => stock.provider.once('connection-close', resolve))
    await Promise.all([line.abandoned, noticed])
    await other.until(() => reasonIn(other, karin.case) === value.text)
    await expectWholeStore(stage.folder)
  },
)

test.concurrent.each([
  ['to the server', 'up', 'not seen'],
  ['from the server', 'down', 'seen'],
] as const)(
  '[W5] a line on which nothing goes %s is given up by the server, and what was written comes',
  async (_where, way, fate) => {
    await using faulty = await onFaultyLine()
    const { line, karin, other } = faulty
    line.lose(way)
    const text = karin.write()
    if (fate === 'seen') await other.until(() => reasonIn(other, karin.case) === text)
    await line.abandoned
    if (fate === 'not seen') {
      await karin.peer.closed
      expect(reasonIn(other, karin.case)).not.toBe(text)
    }
    expect(karin.hasAllSaved).toBe(false)
    await faulty.returns(text)
  },
)

test.concurrent(
  '[W4] what is delayed, and comes byte by byte, is taken and acknowledged',
  async () => {
    await using faulty = await onFaultyLine()
    const { line, karin, other } = faulty
    line.hold('up', 'down')
    for (let i = 0; i < 20; i++) karin.write()
    const text = karin.write()
    await other.sync()
    expect(reasonIn(other, karin.case)).not.toBe(text)
    line.release()
    await karin.saved()
    await other.until(() => reasonIn(other, karin.case) === text)
    await expectWholeStore(stage.folder)
  },
)

test.concurrent(
  '[B3] those who connect in another order than they came see one board',
  async () => {
    await using proxy = await FaultyProxy.before(stage.server.url)
    proxy.queue()
    const coming = Array.from({ length: 5 }, () => stage.author(proxy.through(stage.address)))
    await expect.poll(() => proxy.lines.length).toBe(coming.length)
    await proxy.letOnReversed()
    const authors = await Promise.all(coming)
    const last = authors.map((author) => author.write())
    await Promise.all(authors.map((author) => author.saved()))
    for (const { peer } of authors) {
      await peer.until(() => authors.every((one, i) => reasonIn(peer, one.case) === last[i]))
    }
    await expectWholeStore(stage.folder)
  },
)
