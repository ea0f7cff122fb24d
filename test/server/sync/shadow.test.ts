import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCase } from '../../../shared/read-case.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { newCaseId, type CaseId } from '../../../shared/ids.ts'
import type { Author } from '../../../server/sync/admission/author.ts'
import { ClientIds } from '../../../server/sync/admission/client-ids.ts'
import { Shadow } from '../../../server/sync/shadow.ts'
import type { Lane } from '../../../shared/lane.ts'
import { anna, asKarin, commentNumber, karin, requestFor } from '../../shared/support/board.ts'
import { GatedBoard } from './support/gated-board.ts'
import fc from '../../support/fast-check.ts'

/** A shadow and the document that everything it admits is committed to. */
function shadowOver() {
  const committed = new Y.Doc()
  const waiting: Uint8Array[] = []
  const rebuild = () => [Y.encodeStateAsUpdate(committed), ...waiting]
  const shadow = new Shadow(rebuild, new ClientIds([]))
  const admit = (update: Uint8Array, { by = karin, whole = false } = {}) => {
    const author = { by, name: by, role: 'nurse', client: 'stock', at: 5_000 } as const
    const admission = shadow.admit(update, author, whole)
    if (admission.kind === 'admitted') waiting.push(...admission.updates)
    return admission
  }
  const commit = () => {
    for (const update of waiting.splice(0)) Y.applyUpdate(committed, update)
  }
  return { shadow, committed, admit, commit }
}

const WHOLE = { kind: 'admitted', gap: false }

/** What a client sends, one update for each thing that it does. */
function workOf(clientID: number, ...tasks: ((doc: Y.Doc) => unknown)[]): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (const task of tasks) doc.transact(() => task(doc))
  return updates
}

const workOn = (id: CaseId) => [
  (doc: Y.Doc) => createCase(doc, requestFor(id), asKarin()),
  (doc: Y.Doc) => moveCase(doc, { case: id, to: 'acute', before: null }, asKarin()),
  (doc: Y.Doc) =>
    editSbar(doc, { case: id, part: 'background', text: 'KOL, bor ensam' }, asKarin()),
  (doc: Y.Doc) => addComment(doc, { case: id, comment: commentNumber(1), text: 'Ring' }, asKarin()),
  (doc: Y.Doc) => editSbar(doc, { case: id, part: 'background', text: 'KOL, ensam' }, asKarin()),
  (doc: Y.Doc) => moveCase(doc, { case: id, to: 'today', before: null }, asKarin()),
]

const SITUATION = { case: anna, part: 'situation', text: 'Feber' } as const

const contentOf = (doc: Y.Doc) => ({
  roots: ['cases', 'meta', 'board', 'people'].map((name) => doc.getMap(name).toJSON()),
  states: new Map(Y.decodeStateVector(Y.encodeStateVector(doc))),
})
const isWhole = ({ store }: Y.Doc) => store.pendingStructs === null && store.pendingDs === null

test('[A1] what is admitted is what is committed, with the server’s notes', () => {
  const { shadow, committed, admit, commit } = shadowOver()
  for (const update of workOf(1, ...workOn(anna))) expect(admit(update)).toMatchObject(WHOLE)
  commit()
  expect(contentOf(committed)).toEqual(contentOf(shadow.doc))
  expect(readCase(committed, anna)).toMatchObject({ lane: 'today', meta: { code: 'H-01' } })
})

test('[A1] an update that throws half-way leaves nothing behind', () => {
  const board = new GatedBoard()
  board.nurse('karin').does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  const eve = board.nurse('eve', 7)
  const move = (to: Lane) =>
    eve.apart((doc, stamp) => moveCase(doc, { case: anna, to, before: null }, stamp))
  const whole = Y.mergeUpdates([move('today'), move('followup')])
  const lie = Uint8Array.from(whole)
  const origin = lie.findIndex((byte, i) => byte === 0x88 && lie[i + 1] === 7)
  lie[origin + 2] = 5 // the second says that it follows something of its own that never was
  expect(Y.decodeUpdate(lie).structs).toHaveLength(2)

  const before = contentOf(board.doc)
  expect(eve.send(lie)).toEqual({ kind: 'unreadable' })
  expect(contentOf(board.doc)).toEqual(before)
  expect(eve.send(whole)).toMatchObject(WHOLE)
  expect(readCase(board.doc, anna)?.lane).toBe('followup')
})

test('[A1] nor does one over which the server itself stumbles', () => {
  const board = new GatedBoard()
  const karin = board.nurse('karin')
  const before = contentOf(board.doc)
  const update = karin.apart((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  const author: Author = {
    ...{ name: 'Karin', role: 'nurse', client: 'web', at: board.now },
    get by(): never {
      throw new Error('stumbled')
    },
  }
  expect(() => board.admit(update, author)).toThrow('stumbled')
  expect(contentOf(board.doc)).toEqual(before)
  expect(karin.send(update)).toMatchObject(WHOLE)
})

test('[A1] an update that tells something else about a known clock is refused', () => {
  const board = new GatedBoard()
  const karin = board.nurse('karin', 1)
  karin.does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  const known = contentOf(board.doc)
  const [lie = new Uint8Array()] = workOf(1, (doc) =>
    doc.getText('board').insert(0, 'a'.repeat(99)),
  )
  expect(karin.send(lie)).toEqual({ kind: 'unreadable' })
  expect(contentOf(board.doc)).toEqual(known)
})

test('[A2] what waits for its predecessors is not kept', () => {
  const { shadow, admit } = shadowOver()
  const [first = new Uint8Array(), second = new Uint8Array()] = workOf(1, ...workOn(anna))
  expect(admit(second)).toMatchObject({ kind: 'admitted', updates: [], gap: true })
  expect(isWhole(shadow.doc)).toBe(true)
  expect(admit(first)).toMatchObject(WHOLE)
  expect(readCase(shadow.doc, anna)?.lane).toBe('incoming')
})

test('[A2] nor is the deletion of what is not there', () => {
  const { shadow, admit } = shadowOver()
  const [create = new Uint8Array()] = workOf(1, ...workOn(anna))
  const [, , cut = new Uint8Array()] = workOf(
    2,
    (doc) => Y.applyUpdate(doc, create),
    (doc) => editSbar(doc, SITUATION, asKarin()),
    (doc) => editSbar(doc, { ...SITUATION, text: '' }, asKarin()),
  )
  admit(create)
  expect(admit(cut)).toMatchObject({ kind: 'admitted', updates: [], gap: true })
  expect(isWhole(shadow.doc)).toBe(true)
  expect(admit(cut, { whole: true })).toMatchObject({ objection: { reason: 'incomplete' } })
})

test('[A2] nor are the roots that it names', () => {
  const { shadow, admit } = shadowOver()
  const roots = [...shadow.doc.share.keys()]
  const [, second = new Uint8Array()] = workOf(
    1,
    (doc) => doc.getMap('a'.repeat(9)).set('a', 1),
    (doc) => doc.getMap('b'.repeat(9)).set('b', 1),
  )
  expect(admit(second)).toMatchObject({ kind: 'admitted', updates: [], gap: true })
  expect([...shadow.doc.share.keys()]).toEqual(roots)
})

const lies = fc.array(
  fc.record({
    /** Which of the updates, and which of its bytes become what. */
    update: fc.nat(),
    bytes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
    length: fc.option(fc.nat(), { freq: 10 }),
  }),
  { maxLength: 60, size: 'max' },
)

test('[A1] whatever bytes a client sends, the board stays whole and everyone else works on', () => {
  const eves = workOf(7, ...workOn(anna))
  const honestCase = newCaseId()
  const honest = workOf(0xbeef_cafe, ...workOn(honestCase))
  const property = fc.property(lies, (script) => {
    const { shadow, committed, admit, commit } = shadowOver()
    script.forEach(({ update, bytes, length }, i) => {
      const lie = Uint8Array.from(eves[update % eves.length] ?? [])
      for (const [at, byte] of bytes) lie[at % lie.length] = byte
      admit(length === null ? lie : lie.subarray(0, length % lie.length))
      const next = honest[i]
      if (next) expect(admit(next)).toMatchObject(WHOLE)
      if (update % 3 === 0) commit()
    })
    for (const update of honest) admit(update)
    commit()
    expect(contentOf(committed)).toEqual(contentOf(shadow.doc))
    expect(isWhole(committed)).toBe(true)
    expect(readCase(committed, honestCase)).toMatchObject({
      lane: 'today',
      sbar: { background: 'KOL, ensam' },
    })
    const loaded = new Y.Doc()
    Y.applyUpdate(loaded, Y.encodeStateAsUpdate(committed))
    expect(contentOf(loaded)).toEqual(contentOf(committed))
  })
  fc.assert(property, { numRuns: 60 })
})
