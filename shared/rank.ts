import { generateKeyBetween } from 'fractional-indexing'
import { z } from 'zod'
import { RANK_MAX } from './limits.ts'

/** A place within a lane: compared by code unit, never by locale. */
export const rank = z.string().max(RANK_MAX).refine(isOrderKey, 'not an order key').brand<'Rank'>()
export type Rank = z.infer<typeof rank>

/** The first rank of an empty lane. */
export const FIRST_RANK = rank.parse(generateKeyBetween(null, null))

/**
 * A rank between two distinct ones; null is the lane's start or end. Where no rank fits any more
 * (after hundreds of moves into one gap) it ties with a neighbour, and ids decide between them.
 */
export function rankBetween(low: Rank | null, high: Rank | null): Rank {
  const between = generateKeyBetween(low, high)
  return rank.safeParse(between).data ?? low ?? high ?? FIRST_RANK
}

/** Sorts by (rank, id): ranks tie when two people drop into one gap at once. */
export function byRank(a: { rank: Rank; id: string }, b: { rank: Rank; id: string }): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Whether the library could have made it. Asking the library alone is not enough: it takes
 * characters outside its alphabet for zeros, and steps onto a smallest key that it then rejects.
 */
function isOrderKey(value: string): boolean {
  if (!/^[B-Za-z][0-9A-Za-z]+$/.test(value)) return false
  try {
    generateKeyBetween(value, null)
    return true
  } catch {
    return false
  }
}
