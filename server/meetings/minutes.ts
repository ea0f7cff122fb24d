import { mayShow } from '../../shared/access.ts'
import type { Case } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { MeetingId, MinutesCase } from '../../shared/meeting-api.ts'
import type { Person } from '../../shared/person.ts'
import type { Database, Schema } from '../store/schema.ts'
import { standingOf } from './meeting-rows.ts'

type Word = {
  readonly meeting: MeetingId
  readonly one: Case
  readonly by: UserId
  readonly at: Timestamp
  readonly note: string | undefined
}

/** Each person has a word of their own on a case, so that nobody writes over another's. */
export async function writeWord(on: Database, { meeting, one, by, at, note }: Word): Promise<void> {
  const row = { written_at: at, ...standingOf(one) }
  await on
    .insertInto('minutes')
    .values({ meeting, case_id: one.id, written_by: by, note: note ?? '', ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['meeting', 'case_id', 'written_by'])
        .doUpdateSet(note === undefined ? row : { ...row, note }),
    )
    .execute()
}

export const notesBy = (on: Database, meeting: MeetingId, person: UserId) =>
  on
    .selectFrom('minutes')
    .select(['case_id as case', 'note'])
    .where('meeting', '=', meeting)
    .where('written_by', '=', person)
    .execute()

/** Makes the minutes say what the board says now of the cases in them. */
export async function keepStanding(
  on: Database,
  meeting: MeetingId,
  cases: readonly Case[],
): Promise<void> {
  const rows = await on
    .selectFrom('minutes')
    .select('case_id')
    .distinct()
    .where('meeting', '=', meeting)
    .execute()
  for (const { case_id } of rows) {
    const one = cases.find(({ id }) => id === case_id)
    if (one === undefined) continue
    const update = on.updateTable('minutes').set(standingOf(one))
    await update.where('meeting', '=', meeting).where('case_id', '=', case_id).execute()
  }
}

/** In the order in which the cases were spoken of. */
export async function readMinutes(
  on: Database,
  meeting: MeetingId,
  findCase: (id: CaseId) => Promise<Case | null>,
  reader: Person,
): Promise<MinutesCase[]> {
  const rows = await on
    .selectFrom('minutes')
    .selectAll()
    .where('meeting', '=', meeting)
    .orderBy('written_at')
    .orderBy('written_by')
    .execute()
  const spokenOf = Map.groupBy(rows, (row) => row.case_id)
  const cases = await Promise.all(
    [...spokenOf].map(async ([id, words]) => {
      const last = words.at(-1)
      if (last === undefined) return []
      const one = await findCase(id)
      return [{ ...standingIn(last), words: words.map((row) => wordFor(reader, row, one)) }]
    }),
  )
  return cases.flat()
}

const standingIn = (row: Schema['minutes']): Omit<MinutesCase, 'words'> => ({
  case: row.case_id,
  code: row.code,
  nurse: row.nurse,
  doctor: row.doctor,
  visit: row.visit,
  followUp: row.follow_up,
})

/** Of a protected identity its pair reads what was noted, and everybody their own word. */
function wordFor(reader: Person, row: Schema['minutes'], one: Case | null) {
  const isShown = row.written_by === reader.id || (one !== null && mayShow(one, reader))
  return { by: row.written_by, at: row.written_at, note: isShown ? row.note : null }
}
