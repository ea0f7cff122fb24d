/** No value of a board has parts within parts within parts. */
const DEEPEST = 3

/**
 * Whether a value reads here as it will read for everybody. What comes under the key `__proto__`
 * is inherited rather than held: its parts are there to be read, and are not written again.
 */
export function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth > DEEPEST) return false
  const isOwn = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return isOwn && Object.values(value).every((part) => isPlain(part, depth + 1))
}
