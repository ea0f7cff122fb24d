import { boardSettings } from '../../shared/board.ts'
import { caseFields, caseMeta, comment, SBAR_PARTS, task } from '../../shared/case.ts'
import { SBAR_MAX } from '../../shared/limits.ts'
import { person } from '../../shared/person.ts'
import { textOf, type BoardState, type Entry } from './board-state.ts'

type Schema = { safeParse(value: unknown): { readonly success: boolean } }

/** What of a board would read as unset or as nothing, or break the rules however it came there. */
export function unreadableIn({ cases, board, meta, people }: BoardState): string[] {
  return [
    ...Object.entries(cases).flatMap(([id, entry]) =>
      unreadableCase(entry).map((one) => `${id}: ${one}`),
    ),
    ...Object.entries(board).flatMap(([key, value]) =>
      fits(schemasOf(boardSettings.shape)[key], key, value),
    ),
    ...Object.entries(meta).flatMap(([id, value]) => fits(caseMeta, `meta of ${id}`, value)),
    ...Object.entries(people).flatMap(([id, value]) => fits(person, id, value)),
    ...twice(openCodes({ cases, meta })).map((code) => `B18 ${code} twice`),
  ]
}

const schemasOf = (schemas: object) => schemas as Readonly<Record<string, Schema | undefined>>

/** As it would come to somebody who joins: as JSON, nothing hidden. */
function fits(schema: Schema | undefined, name: string, value: unknown): string[] {
  const sent: unknown = JSON.parse(JSON.stringify(value) ?? 'null')
  return schema?.safeParse(sent).success ? [] : [`A4 ${name} is ${textOf(value)}`]
}

function unreadableCase(entry: Entry): string[] {
  const { sbar, tasks, comments, ...fields } = entry
  const broken = Object.entries(fields).flatMap(([key, value]) =>
    fits(schemasOf(caseFields)[key], key, value),
  )
  for (const part of ['place', 'patient']) if (!(part in fields)) broken.push(`B2 no ${part}`)
  if (Object.keys(sbar).sort().join() !== [...SBAR_PARTS].sort().join()) broken.push('B2 sbar')
  for (const text of Object.values(sbar))
    if (typeof text !== 'string' || text.length > 2 * SBAR_MAX) broken.push('A4 sbar')
  for (const [id, value] of Object.entries(tasks)) {
    broken.push(...fits(task, 'task', value))
    if (Object(value).id !== id) broken.push('A4 task of another name')
  }
  for (const value of comments) broken.push(...fits(comment, 'comment', value))
  broken.push(
    ...twice(comments.map((value) => String(Object(value).id))).map(() => 'A4 comment twice'),
  )
  const at = { lane: fieldPart(entry, 'place', 'lane'), how: fieldPart(entry, 'closed', 'how') }
  if (at.lane === 'done') broken.push('B9 dropped into done')
  if (at.how === 'closed' && fieldPart(entry, 'outcome', 'value') === null)
    broken.push('A10 outcome')
  const waits =
    at.lane === 'handback' &&
    fieldPart(entry, 'handback', 'sentAt') !== null &&
    fieldPart(entry, 'handback', 'receivedAt') === null
  if (at.how === 'closed' && waits) broken.push('A10 receipt')
  return broken
}

const fieldPart = (entry: Entry, field: string, part: string): unknown =>
  (Object(entry[field]) as Readonly<Record<string, unknown>>)[part] ?? null

const openCodes = ({ cases, meta }: Pick<BoardState, 'cases' | 'meta'>): string[] =>
  Object.entries(cases)
    .filter(([, entry]) => fieldPart(entry, 'closed', 'how') === null)
    .flatMap(([id]) => (Object(meta[id]) as { code?: string }).code ?? [])

const twice = (names: readonly string[]): string[] =>
  names.filter((name, i) => names.indexOf(name) !== i)
