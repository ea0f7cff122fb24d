import { simpleDiffString } from 'lib0/diff.js'
import type { YTextEvent } from 'yjs'
import { typedChange } from '../../../shared/typed-change.ts'

/** What became of a text, from its start on. */
export type Delta = YTextEvent['delta']

/** A text as two writers made it, and where in it each place of the one written here now is. */
export type Merged = { readonly text: string; readonly places: readonly number[] }

/**
 * What two writers together made of one text: what either removed is gone, what either wrote
 * stands. So words that are being typed here survive those that arrive meanwhile, and a place stays
 * behind the letter that it was behind: what is typed there next goes on from it.
 * @param theirs what another writer did to `base`
 * @param caret as `typedChange` from `base` to `mine`
 */
export function mergeTexts(base: string, mine: string, theirs: Delta, caret?: number): Merged {
  const { index, remove, insert } = typedChange(base, mine, caret)
  const places = [0]
  let [text, at] = ['', 0]
  const write = (letters: string) => {
    for (const unit of letters.split('')) {
      text += unit
      places.push(text.length)
    }
  }
  const pass = (end: number, isKept: boolean) => {
    for (; at < end; at++) {
      if (at === index) write(insert)
      if (at >= index && at < index + remove) continue
      if (isKept) write(base.charAt(at))
      else places.push(text.length)
    }
  }
  for (const step of theirs) {
    if (typeof step.insert === 'string') text += step.insert
    pass(at + (step.retain ?? 0), true)
    pass(at + (step.delete ?? 0), false)
  }
  pass(base.length, true)
  if (index === base.length) write(insert)
  return { text, places }
}

/** Where a caret stands once a text has become another. */
export function caretAfter(from: string, to: string, caret: number): number {
  const { index, remove, insert } = simpleDiffString(from, to)
  if (caret <= index) return caret
  return index + insert.length + Math.max(0, caret - index - remove)
}
