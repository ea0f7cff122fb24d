import { simpleDiffString } from 'lib0/diff.js'

/**
 * What two writers together made of one text: what either removed is gone, what either wrote
 * stands. So words that are being typed here survive those that arrive meanwhile.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  const edits = [simpleDiffString(base, theirs), simpleDiffString(base, mine)]
  let merged = ''
  for (let at = 0; at <= base.length; at++) {
    for (const { index, insert } of edits) if (index === at) merged += insert
    const isGone = edits.some(({ index, remove }) => at >= index && at < index + remove)
    if (!isGone) merged += base.charAt(at)
  }
  return merged
}

/** Where a caret stands once a text has become another. */
export function caretAfter(from: string, to: string, caret: number): number {
  const { index, remove, insert } = simpleDiffString(from, to)
  if (caret <= index) return caret
  return index + insert.length + Math.max(0, caret - index - remove)
}
