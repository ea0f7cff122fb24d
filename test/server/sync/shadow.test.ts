import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { casesOf, readCase } from '../../../shared/board-document.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { newCaseId, type CaseId } from '../../../shared/ids.ts'
import { Shadow } from '../../../server/sync/shadow.ts'
import { anna, asKarin, commentNumber, karin, requestFor } from '../../shared/support/board.ts'

/** A shadow and the document that everything it admits is committed to. */
function shadowOver() {
  const committed = new Y.Doc()
  const waiting: Uint8Array[] = []
  const shadow = new Shadow(() => [Y.encodeStateAsUpdate(committed), ...waiting])
  const admit = (update: Uint8Array) => {
    const admitted = shadow.admit(update, { by: karin, at: 5_000 })
    waiting.push(...(admitted?.updates ?? []))
    return admitted
  }
  const commit = () => {
    for (const update of waiting.splice(0)) Y.applyUpdate(committed, update)
  }
  return { shadow, committed, admit, commit }
}

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

const contentOf = (doc: Y.Doc) => ({
  roots: ['cases', 'meta', 'board', 'people'].map((name) => doc.getMap(name).toJSON()),
  states: new Map(Y.decodeStateVector(Y.encodeStateVector(doc))),
})
const isWhole = ({ store }: Y.Doc) => store.pendingStructs === null && store.pendingDs === null

test('[A1] what is admitted is what is committed, with the server’s notes', () => {
  const { shadow, committed, admit, commit } = shadowOver()
  for (const update of workOf(1, ...workOn(anna))) expect(admit(update)?.gap).toBe(false)
  commit()
  expect(contentOf(committed)).toEqual(contentOf(shadow.doc))
  expect(readCase(committed, anna)).toMatchObject({ lane: 'today', meta: { code: 'H-01' } })
})

test('[A1] an update that throws half-way leaves nothing behind', () => {
  const { shadow, committed, admit, commit } = shadowOver()
  const set = (value: number) => (doc: Y.Doc) => doc.getMap('cases').set('a', value)
  const whole = Y.mergeUpdates(workOf(7, set(1), set(2)))
  const lie = Uint8Array.from(whole)
  const origin = lie.findIndex((byte, i) => byte === 0x88 && lie[i + 1] === 7)
  lie[origin + 2] = 5 // the second says that it follows something of its own that never was
  expect(Y.decodeUpdate(lie).structs).toHaveLength(2)

  expect(admit(lie)).toBeNull()
  expect(casesOf(shadow.doc).size).toBe(0)
  expect(admit(whole)?.gap).toBe(false)
  commit()
  expect(casesOf(committed).get('a')).toBe(2)
})

test('[A1] an update that tells something else about a known clock is refused', () => {
  const { shadow, committed, admit, commit } = shadowOver()
  const [known = new Uint8Array()] = workOf(1, (doc) => doc.getMap('cases').set('a', 1))
  const [lie = new Uint8Array()] = workOf(1, (doc) => doc.getText('board').insert(0, 'abc'))
  admit(known)
  expect(admit(lie)).toBeNull()
  commit()
  expect(contentOf(committed)).toEqual(contentOf(shadow.doc))
})

test('[A2] what waits for its predecessors is not kept', () => {
  const { shadow, admit } = shadowOver()
  const [first = new Uint8Array(), second = new Uint8Array()] = workOf(1, ...workOn(anna))
  expect(admit(second)).toEqual({ updates: [], gap: true })
  expect(isWhole(shadow.doc)).toBe(true)
  expect(admit(first)?.gap).toBe(false)
  expect(readCase(shadow.doc, anna)?.lane).toBe('incoming')
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
      if (next) expect(admit(next)?.gap).toBe(false)
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
