import * as Y from 'yjs'
import { casesOf, commentsOf, sbarText, tasksOf } from '../../shared/board-document.ts'
import { SBAR_PARTS } from '../../shared/case.ts'
import { caseNumber } from '../shared/support/board.ts'
import fc from '../support/fast-check.ts'
import { comments, fieldWrites, junk, settingWrites, taskWrites } from './any-value.ts'

const makers = {
  map: () => new Y.Map([['at', 1]]),
  text: () => new Y.Text('x'),
  array: () => new Y.Array(),
  xml: () => new Y.XmlElement('x'),
  deep: () => new Y.Map([['a', new Y.Map([['b', new Y.Array()]])]]),
}
const made = fc.constantFrom(...(Object.keys(makers) as (keyof typeof makers)[]))
const whichCase = fc.constantFrom(...[1, 2, 3].map(caseNumber))
const sbar = fc.constantFrom(...SBAR_PARTS.slice(0, 2), 'plan')
const nested = fc.constantFrom('sbar', 'tasks', 'comments', 'reason', 'score')
const spot = { index: fc.nat({ max: 6 }), length: fc.integer({ min: 1, max: 4 }) }
const words = fc.oneof(
  { weight: 9, arbitrary: fc.string({ maxLength: 6 }) },
  fc.constant('x'.repeat(9_000)),
)
const write = <K extends string, T>(kind: K, parts: { [P in keyof T]: fc.Arbitrary<T[P]> }) =>
  fc.tuple(whichCase, fc.record<T>(parts)).map(([id, rest]) => ({ kind, case: id, ...rest }))

/** Anything that one may do to a board with Yjs: mostly where something stands already. */
export const anyWrite = fc.oneof(
  { weight: 16, arbitrary: write('field', { to: fieldWrites }) },
  { weight: 6, arbitrary: write('task', { to: taskWrites }) },
  { weight: 6, arbitrary: write('comment', { ...spot, value: comments, last: fc.boolean() }) },
  { weight: 2, arbitrary: write('setting', { to: settingWrites }) },
  { weight: 6, arbitrary: write('letters', { part: sbar, ...spot, text: words }) },
  { weight: 5, arbitrary: write('cut', { part: sbar, ...spot }) },
  write('style', { part: sbar, ...spot }),
  write('embed', { part: sbar, ...spot }),
  write('nest', { key: nested, made }),
  write('drop', { key: nested }),
  write('drop-comment', spot),
  write('root', { name: fc.constantFrom('cases', 'meta', 'people', 'board', 'notes'), made }),
  write('server', { root: fc.constantFrom('meta', 'people'), value: junk }),
  write('bare-case', { made }),
  write('drop-case', {}),
  write('odd-root', { name: fc.constantFrom('cases', 'lists', 'board'), value: junk }),
)
export type AnyWrite = typeof anyWrite extends fc.Arbitrary<infer W> ? W : never

/** Does it, as far as there is something to do it to. */
export function carryOut(doc: Y.Doc, one: AnyWrite): void {
  const entry: unknown = casesOf(doc).get(one.case)
  switch (one.kind) {
    case 'setting':
      return void doc.getMap('board').set(one.to.key, one.to.value)
    case 'root':
      return void doc.getMap(one.name).set('x', makers[one.made]())
    case 'server':
      return void doc.getMap(one.root).set(one.case, one.value)
    case 'odd-root':
      return writeOddly(doc, one.name, one.value)
    case 'bare-case':
      return void casesOf(doc).set(one.case, makers[one.made]() as Y.Map<unknown>)
    case 'drop-case':
      return casesOf(doc).delete(one.case)
  }
  if (entry instanceof Y.Map) inCase(entry, one)
}

function inCase(entry: Y.Map<unknown>, one: AnyWrite): void {
  const text = 'part' in one && one.part !== 'plan' ? sbarText(entry, one.part) : null
  const within = (length: number, index: number) => Math.min(length, index)
  switch (one.kind) {
    case 'field':
      return void entry.set(one.to.key, one.to.value)
    case 'nest':
      return void entry.set(one.key, makers[one.made]())
    case 'drop':
      return entry.delete(one.key)
    case 'task':
      return void tasksOf(entry)?.set(one.to.key, one.to.value)
    case 'comment': {
      const list = commentsOf(entry)
      return list?.insert(one.last ? list.length : within(list.length, one.index), [
        one.value ?? null,
      ])
    }
    case 'drop-comment': {
      const list = commentsOf(entry)
      return list && list.length > one.index ? list.delete(one.index) : undefined
    }
    case 'letters':
      return text?.insert(within(text.length, one.index), one.text)
    case 'cut':
      return text && one.index < text.length ? text.delete(one.index, one.length) : undefined
    case 'style':
      return text && one.index < text.length
        ? text.format(one.index, one.length, { bold: true })
        : undefined
    case 'embed':
      return text?.insertEmbed(within(text.length, one.index), { image: 'x' })
  }
}

/** Lists under roots of keys, and keys that no board has. */
function writeOddly(doc: Y.Doc, name: string, value: unknown): void {
  if (name === 'lists') doc.getArray(name).push([value ?? null])
  else doc.getMap(name).set('odd', value)
}
