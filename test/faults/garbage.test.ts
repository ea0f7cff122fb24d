import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCase } from '../../shared/read-case.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { newCaseId } from '../../shared/ids.ts'
import { FRAME_MAX } from '../../shared/limits.ts'
import { Close, MessageType, SyncType } from '../../shared/wire.ts'
import { Peer, syncMessage } from '../server/sync/support/peer.ts'
import { asKarin, requestFor } from '../shared/support/board.ts'
import { ServerProcess } from '../support/server-process.ts'
import { boardNamed, signIn } from '../support/session.ts'
import fc from '../support/fast-check.ts'
import { expectWholeStore } from '../support/store-on-disk.ts'

const MESSAGES = 150

/** Messages of every bad kind: random, begun well, too large, and real updates with bytes changed. */
function badMessages(updates: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const random = fc.uint8Array({ maxLength: 300 })
  const begun = fc
    .tuple(fc.constantFrom(...Object.values(SyncType)), random)
    .map(([type, rest]) => Uint8Array.of(MessageType.sync, type, ...rest))
  const changed = fc
    .tuple(fc.constantFrom(...updates), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1 }))
    .map(([update, bytes]) => {
      const lie = Uint8Array.from(update)
      for (const [at, byte] of bytes) lie[at % lie.length] = byte
      return syncMessage(SyncType.update, lie)
    })
  const large = fc.constant(new Uint8Array(FRAME_MAX + 1))
  return fc.oneof(random, begun, large, { arbitrary: changed, weight: 6 })
}

/** What a client would send that asks for a case, moves it and writes in it. */
function realUpdates(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  const id = newCaseId()
  doc.transact(() => createCase(doc, requestFor(id), asKarin()))
  doc.transact(() => moveCase(doc, { case: id, to: 'acute', before: null }, asKarin()))
  return updates
}

test('[A1] whatever bytes one socket sends, it alone is closed, and the board is whole afterwards', async () => {
  await using server = await ServerProcess.start()
  const cookie = await signIn(server.url, 'karin')
  const { id, epoch } = await boardNamed(server.url, cookie, 'kungsbacka')
  const address = `${server.url.replace('http', 'ws')}/sync/${id}@${epoch}`
  const karin = await new Peer(address, cookie).sync()
  const amina = await new Peer(address, await signIn(server.url, 'amina')).sync()
  const ours = newCaseId()
  let at = 5_000
  karin.edit((doc) => createCase(doc, requestFor(ours), asKarin(at)))

  const harmless = fc.asyncProperty(badMessages(realUpdates()), async (message) => {
    const hostile = await new Peer(address, cookie).sync()
    hostile.socket.send(message)
    const code = await Promise.race([hostile.closed, hostile.sync().then(() => null)])
    expect([null, Close.badFrame.code, Close.refused.code, Close.tooLarge.code]).toContain(code)
    hostile.socket.close()
    at++
    const to = at % 2 ? 'acute' : 'today'
    karin.edit((doc) => moveCase(doc, { case: ours, to, before: null }, asKarin(at)))
    await amina.until(() => readCase(amina.doc, ours)?.place.at === at)
  })
  await fc.assert(harmless, { numRuns: MESSAGES })

  await server.kill()
  await server.startAgain()
  const reader = await new Peer(address, cookie).sync()
  expect(readCase(reader.doc, ours)).toEqual(readCase(amina.doc, ours))
  const content = (doc: Y.Doc) => doc.getMap('cases').toJSON()
  expect(content(reader.doc)).toEqual(content(amina.doc))
  await expectWholeStore(server.folder)
})
