import { simpleDiffStringWithCursor } from 'lib0/diff.js'

/**
 * What typing changed in a text: so many letters removed at an index, and others inserted there.
 * @param caret where it stands in `after`, behind what was typed: of several same letters it tells
 *   which are new
 */
export function typedChange(before: string, after: string, caret = after.length) {
  const grown = Math.max(0, after.length - before.length)
  return simpleDiffStringWithCursor(before, after, caret - grown)
}
