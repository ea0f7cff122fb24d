import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { userId } from '../../../../shared/ids.ts'
import { ClientIds } from '../../../../server/sync/admission/client-ids.ts'
import { readCase } from '../../../../shared/read-case.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { prioritise } from '../../../../shared/commands/prioritise.ts'
import { anna, berit, requestFor } from '../../../shared/support/board.ts'
import { admitted, GatedBoard } from '../support/gated-board.ts'

const [karin, eve] = [userId.parse('karin'), userId.parse('eve')]
const NOT_YOURS = { kind: 'refused', objection: { reason: 'not-yours' } }

test('[A5] nobody writes on under a colleague’s client id, and the colleague works on', () => {
  const board = new GatedBoard()
  const karin = board.nurse('karin', 7)
  karin.does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  const eve = board.nurse('eve', 7)
  const forged = eve.apart((doc, stamp) => prioritise(doc, { case: anna, level: 'acute' }, stamp))
  expect(eve.send(forged)).toMatchObject(NOT_YOURS)
  admitted(karin.does((doc, stamp) => createCase(doc, requestFor(berit), stamp)))
  expect(readCase(board.doc, berit)?.lane).toBe('incoming')
})

test('[A5] nobody writes on as the server', () => {
  const board = new GatedBoard()
  board.nurse('karin').does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  const eve = board.nurse('eve', board.doc.clientID)
  const forged = eve.apart((doc, stamp) => prioritise(doc, { case: anna, level: 'acute' }, stamp))
  expect(eve.send(forged)).toMatchObject(NOT_YOURS)
})

test('[A5] what others wrote and everybody knows may be sent again', () => {
  const board = new GatedBoard()
  board.nurse('karin').does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  const amina = board.nurse('amina')
  expect(amina.send(Y.encodeStateAsUpdate(amina.doc), true)).toMatchObject({
    kind: 'admitted',
    updates: [],
  })
})

test('[A5] one person writes from several tabs in one update', () => {
  const board = new GatedBoard()
  const [tab, other] = [board.nurse('karin'), board.nurse('karin')]
  const both = Y.mergeUpdates([
    tab.apart((doc, stamp) => createCase(doc, requestFor(anna), stamp)),
    other.apart((doc, stamp) => createCase(doc, requestFor(berit), stamp)),
  ])
  expect(admitted(tab.send(both)).clients.map(({ owner }) => owner)).toEqual(['karin', 'karin'])
})

test('[A5] a person’s client ids are counted, so that nobody fills the list', () => {
  const ids = new ClientIds(Array.from({ length: 1_999 }, (_, client) => ({ client, owner: eve })))
  const writer = (client: number) => ({ client, isKnown: false })
  expect(ids.objectionTo([writer(5_000)], eve)).toBeNull()
  expect(ids.objectionTo([writer(5_000), writer(5_001)], eve)?.reason).toBe('not-yours')
  expect(ids.objectionTo([writer(5_000), writer(5_001)], karin)).toBeNull()
})

test('[A5] a client id is given once', () => {
  const ids = new ClientIds([{ client: 7, owner: karin }])
  const writers = [7, 8].map((client) => ({ client, isKnown: client === 7 }))
  expect(ids.claim(writers, karin)).toEqual([{ client: 8, owner: karin }])
  expect(ids.claim(writers, karin)).toEqual([])
})
