import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { TextDraft } from '../../../client/surfaces/case/text-draft.ts'
import { typedChange } from '../../../shared/typed-change.ts'
import fc from '../../support/fast-check.ts'

const START = 'Feber sedan i går. '

/** Somebody who types at their caret: their copy of the text, and their draft of it. */
class Writer {
  readonly doc = new Y.Doc()
  readonly #text = this.doc.getText()
  readonly #draft = new TextDraft(START)
  #caret = START.length
  #typed = ''

  constructor(start: Uint8Array, clientId: number) {
    this.doc.clientID = clientId
    Y.applyUpdate(this.doc, start)
    this.#text.observe(({ delta }, { local }) => {
      if (!local) this.#caret = this.#draft.receive(delta)[this.#caret] ?? 0
    })
  }

  get typed(): string {
    return this.#typed
  }

  type(letter: string): void {
    const { text } = this.#draft
    const typed = text.slice(0, this.#caret) + letter + text.slice(this.#caret)
    this.#draft.type(typed, ++this.#caret)
    this.#typed += letter
  }

  save(): void {
    const { text, caret } = this.#draft
    const { index, remove, insert } = typedChange(this.#text.toString(), text, caret)
    this.#text.delete(index, remove)
    this.#text.insert(index, insert)
    this.#draft.saved()
  }
}

/** Whether a text is made of all letters of one and of the other, each in their order. */
function isWoven(text: string, one: string, other: string): boolean {
  if (text.length !== one.length + other.length) return false
  let ways = new Set([0]) // how many of `one` may have been used for what was read so far
  for (const [at, letter] of [...text].entries()) {
    const next = [...ways].flatMap((used) => [
      ...(one[used] === letter ? [used + 1] : []),
      ...(other[at - used] === letter ? [used] : []),
    ])
    ways = new Set(next)
  }
  return ways.has(one.length)
}

const acts = fc.array(
  fc.tuple(
    fc.nat(1),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('a', 'b', ' ') },
      { weight: 3, arbitrary: fc.constantFrom('save' as const, 'hear' as const) },
    ),
  ),
  { maxLength: 60 },
)

test('[U11] two who type on in one text each find all their words in their order', () => {
  const law = fc.property(acts, (acts) => {
    const start = new Y.Doc()
    start.getText().insert(0, START)
    const first = Y.encodeStateAsUpdate(start)
    const [anna, berit] = [new Writer(first, 1), new Writer(first, 2)]
    const hear = (one: Writer, other: Writer) =>
      Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc))
    for (const [who, act] of acts) {
      const [one, other] = who === 0 ? [anna, berit] : [berit, anna]
      if (act === 'save') one.save()
      else if (act === 'hear') hear(one, other)
      else one.type(who === 0 ? act : act.toUpperCase())
    }
    for (const one of [anna, berit]) one.save()
    hear(anna, berit)
    const text = anna.doc.getText().toString()
    expect(text.slice(0, START.length)).toBe(START)
    expect(isWoven(text.slice(START.length), anna.typed, berit.typed)).toBe(true)
  })
  fc.assert(law, { numRuns: 1_000 })
})
