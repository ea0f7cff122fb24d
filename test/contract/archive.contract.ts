import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { SqlAuditReader } from '../../server/store/sql-audit-reader.ts'
import { openDatabase } from '../../server/store/database.ts'
import { SqlArchive } from '../../server/store/sql-archive.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import type { Turn } from '../../server/store/update-log.ts'
import { ABOUT_NOTHING } from '../../server/audit/entry.ts'
import type { Archived } from '../../shared/archive.ts'
import { peopleOf } from '../../shared/board-document.ts'
import { readCase } from '../../shared/read-case.ts'
import { closeCase } from '../../shared/commands/close-case.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { setOutcome } from '../../shared/commands/set-outcome.ts'
import { epoch, userId, type BoardId, type CaseId, type Epoch } from '../../shared/ids.ts'
import { nextEpoch } from '../../shared/next-epoch.ts'
import { momentOf } from '../../shared/team-time.ts'
import { asKarin, asSara, cameAt, caseNumber, karin, requestFor } from '../shared/support/board.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const first = epoch.parse(1)
const EVENING = momentOf('2026-03-10', '16:00')
const NIGHT = momentOf('2026-03-11', '03:00')
const amina = userId.parse('amina')
const sara = { id: userId.parse('sara'), name: 'Sara Lindgren', initials: 'SL', role: 'doctor' }

/** What every store makes of an epoch's end and of the archive, run against real databases. */
export function archiveContract({ name, fresh }: Subject): void {
  describe(`archive on ${name}`, () => {
    async function open() {
      const db = await openDatabase(await fresh())
      const board = await createBoard(db, 'kungsbacka')
      const parts = { log: new SqlUpdateLog(db), archive: new SqlArchive(db) }
      await parts.log.commit([{ board, epoch: first, updates: [Uint8Array.of(1)], audit: [] }])
      return { db, board, ...parts, [Symbol.asyncDispose]: () => db.destroy() }
    }

    test('[E2] an epoch ends and the next begins in one transaction, with its line of the log', async () => {
      await using store = await open()
      const { log, board, archive } = store
      const left = ended(['Anna'])
      await log.rollOver(turn(board, { left }))
      expect(await log.epochOf(board)).toBe(2)
      const begun = await log.load(board, epoch.parse(2))
      expect([begun.updates.map((bytes) => [...bytes]), begun.seq]).toEqual([[[7]], 1])
      expect(await log.commit([batch(board, epoch.parse(2))])).toEqual([2])
      expect(await archive.find(board, caseNumber(1))).toEqual(left[0])
      const rows = await new SqlAuditReader(store.db).rowsAfter(board, 0)
      expect(rows.map(({ action, client }) => [action, client])).toEqual([
        ['board-rolled-over', 'server'],
      ])
    })

    test('[E5] nothing of it is kept when the board has gone on meanwhile', async () => {
      await using store = await open()
      const { log, board, archive } = store
      await log.commit([batch(board, first)])
      const left = ended(['Anna'])
      await expect(log.rollOver(turn(board, { left }))).rejects.toThrow('gone on')
      expect(await log.epochOf(board)).toBe(1)
      expect(await archive.find(board, caseNumber(1))).toBeNull()
      await log.rollOver(turn(board, { left, seq: 2 }))
      await expect(log.rollOver(turn(board, { left, seq: 2 }))).rejects.toThrow('gone on')
      expect(await log.epochOf(board)).toBe(2)
    })

    test('[E2] the epoch that ended last can still be read, and none before it', async () => {
      await using store = await open()
      const { log, board } = store
      await log.rollOver(turn(board))
      expect((await log.load(board, first)).updates).toHaveLength(1)
      await log.rollOver(turn(board, { epoch: epoch.parse(2) }))
      expect((await log.load(board, first)).updates).toEqual([])
      expect((await log.load(board, epoch.parse(2))).updates).toHaveLength(1)
    })

    test('[E4] a case is found by the beginnings of name, code and year, the latest first', async () => {
      await using store = await open()
      const { log, board } = store
      await log.rollOver(turn(board, { left: ended(['Åsa Berg', 'Asta B.', 'Édith Å.']) }))
      const found = async (q: string) => labels(await store.archive.search(board, { q }, amina))
      expect(await found('')).toEqual(['Édith Å.', 'Asta B.', 'Åsa Berg'])
      expect(await found('åsa')).toEqual(['Åsa Berg'])
      expect(await found('as')).toEqual(['Asta B.'])
      expect(await found('EDITH')).toEqual(['Édith Å.'])
      expect(await found('b as')).toEqual(['Asta B.'])
      expect(await found('erg')).toEqual([])
      expect(await found('h-07 1935')).toHaveLength(3)
      expect(await found('%')).toHaveLength(3) // no word at all
      expect(await found("o'hara; --")).toEqual([])
    })

    test('[E4] a protected identity is found by its code alone, and by more by its pair', async () => {
      await using store = await open()
      const { log, board, archive } = store
      await log.rollOver(turn(board, { left: ended(['Anna'], { protected: true }) }))
      const hidden = { protected: true, code: 'H-07', label: null, birthYear: null }
      const search = async (q: string, who = amina) =>
        (await archive.search(board, { q }, who)).hits
      expect(await search('h-07')).toMatchObject([hidden])
      for (const q of ['anna', '1935']) expect(await search(q)).toEqual([])
      const shown = { protected: true, code: 'H-07', label: 'Anna', birthYear: 1935 }
      for (const q of ['anna', '1935', 'h-07'])
        expect(await search(q, karin)).toMatchObject([shown])
    })

    test('[E4] days are the team’s, and pages follow on each other without gap or repeat', async () => {
      await using store = await open()
      const { log, board, archive } = store
      const names = Array.from({ length: 120 }, (_, i) => `Nils ${i}`)
      await log.rollOver(turn(board, { left: ended(names, { at: () => EVENING }) }))
      const seen: string[] = []
      let before: string | undefined
      do {
        const page = await archive.search(board, { q: 'nils', before }, amina)
        seen.push(...labels(page))
        before = page.before ?? undefined
      } while (before !== undefined)
      expect(seen).toHaveLength(120)
      expect(new Set(seen).size).toBe(120)
      const on = async (from: string, to: string) =>
        (await archive.search(board, { q: '', from, to }, amina)).hits.length
      expect(await on('2026-03-10', '2026-03-10')).toBe(50)
      expect(await on('2026-03-11', '2026-03-12')).toBe(0)
      expect(await on('2026-03-01', '2026-03-09')).toBe(0)
    })

    test('[E4] a hit tells how it ended, when and by whom', async () => {
      await using store = await open()
      const { log, board, archive } = store
      await log.rollOver(turn(board, { left: ended(['Anna']) }))
      const { hits } = await archive.search(board, { q: '' }, amina)
      expect(hits).toEqual([
        {
          case: caseNumber(1),
          ...{ code: 'H-07', protected: false, label: 'Anna', birthYear: 1935 },
          ...{ how: 'closed', outcome: 'neither', closedAt: EVENING, closedBy: 'Sara Lindgren' },
        },
      ])
    })
  })
}

const batch = (board: BoardId, epoch: Epoch) => ({
  ...{ board, epoch, updates: [Uint8Array.of(2)], audit: [] },
})

function turn(
  board: BoardId,
  { epoch = first, seq = 1, left = [] as readonly Archived[] } = {},
): Turn {
  const doer = { user: null, name: '', role: null, client: 'server', time: NIGHT } as const
  const entry = { ...ABOUT_NOTHING, ...doer, action: 'board-rolled-over' } as const
  return { board, epoch, seq, left, snapshot: Uint8Array.of(7), entry }
}

/** Cases of Karin's that Sara has ended, one after the other. */
function ended(
  names: readonly string[],
  { protected: hidden = false, at = (i: number) => EVENING + i } = {},
): readonly Archived[] {
  const doc = new Y.Doc()
  peopleOf(doc).set(sara.id, sara)
  names.forEach((label, i) => {
    const id: CaseId = caseNumber(i + 1)
    const request = requestFor(id)
    const patient = { ...request.patient, label, protected: hidden }
    createCase(doc, { ...request, patient, nurse: karin }, asKarin())
    setOutcome(doc, { case: id, value: 'neither' }, asSara(EVENING - 1))
    closeCase(doc, { case: id }, asSara(at(i)))
    cameAt(doc, id, EVENING - 60_000)
    if (readCase(doc, id)?.closed.how !== 'closed') throw new Error('it did not end')
  })
  return nextEpoch(doc, NIGHT).left
}

const labels = ({ hits }: { hits: readonly { label: string | null }[] }) =>
  hits.map(({ label }) => label ?? '–')
