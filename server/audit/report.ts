import type { ChainHead, ChainName } from './chain.ts'
import type { Verdict } from './verify.ts'

/** Stands for the chain of what belongs to no board. */
const NO_BOARD = '-'
const LINE = /^(\S+) +(\d+) +([0-9a-f]{64})$/

/** A chain's name, its number of rows and its last hash: a line to print and to keep elsewhere. */
export const lineOf = ({ chain, end }: Verdict): string =>
  [chain || NO_BOARD, end.number, end.hash].join(' ')

/** Ends that were printed once, by chain; other lines, as npm's own, are passed over. */
export function readLines(text: string): Map<ChainName, ChainHead> {
  const kept = new Map<ChainName, ChainHead>()
  for (const line of text.split('\n')) {
    const [, chain, number, hash] = LINE.exec(line.trim()) ?? []
    if (chain === undefined || hash === undefined) continue
    kept.set((chain === NO_BOARD ? '' : chain) as ChainName, { number: Number(number), hash })
  }
  return kept
}
