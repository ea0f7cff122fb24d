import { expect, test } from 'vitest'
import { EMPTY_CHAIN, nextRow, type AuditRow } from '../../../server/audit/chain.ts'
import { readHistory, type CaseRows } from '../../../server/audit/case-history.ts'
import type { AuditEntry } from '../../../server/audit/entry.ts'
import { boardId, userId } from '../../../shared/ids.ts'
import { anEntry, someCase } from '../../support/audit.ts'

const board = boardId.parse('kungsbacka')
const sara = { user: userId.parse('sara'), name: 'Sara Lindgren', role: 'doctor' } as const
const MINUTE = 60_000
const at = (minutes: number, seconds = 0) =>
  Date.UTC(2026, 0, 5, 8, 0) + minutes * MINUTE + seconds * 1_000

/** A log in memory, oldest first. */
function logOf(entries: readonly AuditEntry[]): CaseRows {
  let end: AuditRow | typeof EMPTY_CHAIN = EMPTY_CHAIN
  const rows = entries.map((entry) => (end = nextRow(board, null, end, entry)))
  return {
    ofCase: async ({ before, limit }) =>
      rows
        .filter(({ number }) => before === null || number < before)
        .toReversed()
        .slice(0, limit),
  }
}

const writes = (part: string, time: number, by = {}) =>
  anEntry({ object: `sbar.${part}`, from: null, to: null, time, ...by })

test('[J9] a line says who did what when, from what to what, newest first', async () => {
  const created = anEntry({ action: 'case-created', object: null, from: null, to: { a: 1 } })
  const moved = anEntry({ time: at(1), reason: 'x' })
  const { lines, before } = await readHistory(logOf([created, moved]), board, someCase, null)
  expect(before).toBe(null)
  expect(lines).toEqual([
    {
      number: 2,
      time: at(1),
      user: 'karin',
      name: 'Karin Lindqvist',
      role: 'nurse',
      action: 'case-changed',
      object: 'place',
      from: { lane: 'incoming', rank: 'a0', at: 1 },
      to: { lane: 'acute', rank: 'a0', at: 2 },
      reason: 'x',
    },
    expect.objectContaining({ number: 1, action: 'case-created', to: { a: 1 } }),
  ])
})

test('[J9] one person’s writing in one text and minute is one line', async () => {
  const log = logOf([
    writes('situation', at(0, 1)),
    writes('situation', at(0, 2)),
    writes('background', at(0, 3)),
    writes('situation', at(0, 4), sara),
    writes('situation', at(0, 5)),
    anEntry({ time: at(0, 6) }),
    anEntry({ time: at(0, 7) }),
    writes('situation', at(0, 59)),
    writes('situation', at(1, 0)),
  ])
  const { lines } = await readHistory(log, board, someCase, null)
  expect(lines.map(({ number, user, object }) => [number, user, object])).toEqual([
    [9, 'karin', 'sbar.situation'],
    [8, 'karin', 'sbar.situation'],
    [7, 'karin', 'place'],
    [6, 'karin', 'place'],
    [4, 'sara', 'sbar.situation'],
    [3, 'karin', 'sbar.background'],
  ])
})

test('[J9] a refused stroke is never folded into a change', async () => {
  const refused = writes('situation', at(0, 1), { action: 'change-refused' })
  const { lines } = await readHistory(
    logOf([refused, writes('situation', at(0, 2))]),
    board,
    someCase,
    null,
  )
  expect(lines.map(({ action }) => action)).toEqual(['case-changed', 'change-refused'])
})

test('[J9] a long history comes in pages that miss and repeat nothing', async () => {
  const entries = Array.from({ length: 75 }, (_, i) => anEntry({ time: at(i), reason: `${i}` }))
  const strokes = Array.from({ length: 500 }, () => writes('situation', at(100)))
  const log = logOf([...entries, ...strokes])
  const reasons: string[] = []
  const sizes: number[] = []
  let before: number | null = null
  do {
    const page = await readHistory(log, board, someCase, before)
    reasons.push(...page.lines.map(({ reason }) => reason))
    sizes.push(page.lines.length)
    before = page.before
  } while (before !== null)
  expect(sizes).toEqual([30, 30, 16])
  expect(reasons).toEqual(['', ...Array.from({ length: 75 }, (_, i) => `${74 - i}`)])
})
