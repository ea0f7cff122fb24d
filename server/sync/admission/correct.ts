import { equalityDeep } from 'lib0/function.js'
import type { Author } from './author.ts'

/** Clocks are never quite the same: only what is further ahead of the server's is set back. */
const AHEAD_MS = 2_000

/** The parts of values that say when something was done, and by whom. */
const TIMES = new Set([
  'at',
  'addedAt',
  'underway',
  'arrived',
  'finished',
  'sentAt',
  'receivedAt',
  'takenAt',
  'backAt',
  'lookedAt',
])
const SIGNATURES = new Set(['by', 'sentBy', 'receivedBy', 'lookedBy'])

type Value = Readonly<Record<string, unknown>>

/**
 * A value as it may stand: nothing in it was done in the future, and what it says of who did it
 * names its author, or whom the value before it named there.
 */
export function corrected(sent: Value, before: unknown, author: Author): Value {
  return Object.fromEntries(
    Object.entries(sent).map(([key, part]) => [key, correctedPart(key, part, before, author)]),
  )
}

function correctedPart(key: string, part: unknown, before: unknown, author: Author): unknown {
  const known = isValue(before) ? before[key] : undefined
  if (TIMES.has(key) && typeof part === 'number' && part > author.at + AHEAD_MS) return author.at
  if (SIGNATURES.has(key) && part !== null && part !== known) return author.by
  return isValue(part) ? corrected(part, known, author) : part
}

/** Whether two values differ in nothing but when they were set. */
export const saysTheSame = (a: unknown, b: unknown): boolean =>
  isValue(a) && isValue(b) && equalityDeep({ ...a, at: 0 }, { ...b, at: 0 })

const isValue = (part: unknown): part is Value =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
