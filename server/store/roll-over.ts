import { readArchived, foldedWords, type Archived } from '../../shared/archive.ts'
import type { Epoch } from '../../shared/ids.ts'
import { appendAudit } from './append-audit.ts'
import { insertOf } from './insert.ts'
import type { Database, Schema } from './schema.ts'
import type { Turn } from './update-log.ts'

/**
 * Begins a board's next epoch, in the caller's transaction. The one that ends stays as it is until
 * the next ends: should anything ever have gone wrong, it can be read again.
 */
export async function rollOver(on: Database, turn: Turn): Promise<void> {
  const { board, epoch, snapshot } = turn
  await endEpoch(on, turn)
  await forgetBefore(on, turn)
  const next = (epoch + 1) as Epoch
  await on.insertInto('documents').values({ board, epoch: next, seq: 1 }).execute()
  await on.insertInto('snapshots').values({ board, epoch: next, seq: 1, bytes: snapshot }).execute()
  const rows = turn.left.map((one) => rowsOf(turn, one))
  const again = rows.map(({ found }) => found.case_id)
  for (const table of ['archived_cases', 'archive'] as const)
    if (again.length > 0)
      await on.deleteFrom(table).where('board', '=', board).where('case_id', 'in', again).execute()
  await insertFound(
    on,
    rows.map(({ found }) => found),
  )
  await insertCases(
    on,
    rows.map(({ content }) => content),
  )
  await appendAudit(on, [{ chain: board, entry: turn.entry }])
}

/** Throws unless the board stands just where the turn was made from. */
async function endEpoch(on: Database, { board, epoch, seq }: Turn): Promise<void> {
  const { numUpdatedRows } = await on
    .updateTable('boards')
    .set((of) => ({ epoch: of('epoch', '+', 1 as Epoch) }))
    .where('id', '=', board)
    .where('epoch', '=', epoch)
    .executeTakeFirstOrThrow()
  const document = await on
    .selectFrom('documents')
    .select('seq')
    .where('board', '=', board)
    .where('epoch', '=', epoch)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n || document?.seq !== seq)
    throw new Error(`${board}@${epoch} has gone on from ${seq}`)
}

async function forgetBefore(on: Database, { board, epoch }: Turn): Promise<void> {
  for (const table of ['updates', 'snapshots', 'document_clients', 'documents'] as const)
    await on.deleteFrom(table).where('board', '=', board).where('epoch', '<', epoch).execute()
}

type FoundRow = Schema['archive']
type CaseRow = Schema['archived_cases']

function rowsOf({ board, epoch }: Turn, left: Archived): { found: FoundRow; content: CaseRow } {
  const one = readArchived(left)
  const { label, birthYear, ref } = one.patient
  const { how, at, by } = one.closed
  if (how === null) throw new Error('a case that is open does not leave its board')
  const code = left.meta?.code ?? null
  const open = { board, case_id: left.id }
  const name = [...foldedWords(label), birthYear ?? '']
  const shown = foldedWords(code ?? '')
  return {
    found: {
      ...open,
      ...{ epoch, code, label, birth_year: birthYear, patient: ref, how },
      protected: one.patient.protected ? 1 : 0,
      nurse: one.nurse.id,
      doctor: one.doctor.id,
      outcome: one.outcome.value,
      closed_at: at,
      closed_by: by,
      closer: left.people.find(({ id }) => id === by)?.name ?? null,
      words: spaced(one.patient.protected ? shown : [...shown, ...name]),
      pair_words: spaced([...shown, ...name]),
    },
    content: { ...open, content: JSON.stringify(left) },
  }
}

const spaced = (words: readonly (string | number)[]): string =>
  words.map((word) => ` ${word}`).join('')

const insertFound = insertOf<FoundRow, unknown>(
  [
    'board',
    'case_id',
    'epoch',
    'code',
    'label',
    'birth_year',
    'patient',
    'protected',
    'nurse',
    'doctor',
    'how',
    'outcome',
    'closed_at',
    'closed_by',
    'closer',
    'words',
    'pair_words',
  ],
  (db, rows) => db.insertInto('archive').values(rows),
)

const insertCases = insertOf<CaseRow, unknown>(['board', 'case_id', 'content'], (db, rows) =>
  db.insertInto('archived_cases').values(rows),
)
