import * as Y from 'yjs'
import { ABOUT_NOTHING } from '../../server/audit/entry.ts'
import type { Database } from '../../server/store/schema.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import type { Archived } from '../../shared/archive.ts'
import { newCaseId, userId, type BoardId } from '../../shared/ids.ts'
import { nextEpoch } from '../../shared/next-epoch.ts'

const FIRST = ['Åsa', 'Karin', 'Nils', 'Édith', 'Birgit', 'Sven-Olof', 'Märta', 'Gunnar', 'Elsa']
const WORDS = 'Feber sedan i går, hostar och äter dåligt. Vill vara kvar hemma. '
const TWO_HOURS_MS = 2 * 3_600_000
const jonas = {
  id: userId.parse('jonas'),
  name: 'Jonas Ekberg',
  initials: 'JE',
  role: 'doctor',
} as const

/** Puts so many cases into a board's archive, with some 2.5 KB of words each, years of them. */
export async function fillArchive(db: Database, board: BoardId, count: number): Promise<void> {
  const log = new SqlUpdateLog(db)
  const epoch = await log.epochOf(board)
  const { updates, seq } = await log.load(board, epoch)
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const now = Date.now()
  const doer = { user: null, name: '', role: null, client: 'server', time: now } as const
  await log.rollOver({
    ...{ board, epoch, seq },
    snapshot: Y.encodeStateAsUpdate(nextEpoch(doc, now).doc),
    left: Array.from({ length: count }, (_, i) => archivedCase(i, now - (i + 12) * TWO_HOURS_MS)),
    entry: { ...ABOUT_NOTHING, ...doer, action: 'board-rolled-over' },
  })
}

function archivedCase(number: number, at: number): Archived {
  const label = `${FIRST[number % FIRST.length]} ${String.fromCharCode(65 + (number % 26))}.`
  const by = jonas.id
  const text = WORDS.repeat(10)
  return {
    id: newCaseId(),
    content: {
      place: { lane: 'today', rank: 'a0', at },
      patient: {
        ref: null,
        label,
        birthYear: 1920 + (number % 60),
        area: 'Åsa',
        protected: number % 100 === 0,
        at,
      },
      reason: { text: 'Feber, misstänkt pneumoni', at },
      doctor: { id: by, at },
      outcome: { value: 'hospital-avoided', by, at },
      closed: { how: 'closed', reason: '', by, at },
      sbar: { situation: text, background: text, assessment: text, recommendation: text },
    },
    meta: {
      code: `H-${String((number % 40) + 1).padStart(2, '0')}`,
      ...{ createdAt: at, createdBy: by, movedAt: at, movedBy: by, touchedAt: at, touchedBy: by },
    },
    people: [jonas],
  }
}
