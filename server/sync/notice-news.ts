import type * as Y from 'yjs'
import { mayShow } from '../../shared/access.ts'
import { entryOf, readField, readPeople, readValue } from '../../shared/board-document.ts'
import { readCase } from '../../shared/read-case.ts'
import { comment } from '../../shared/case.ts'
import type { CaseChange } from '../../shared/changes.ts'
import type { UserId } from '../../shared/ids.ts'
import { piecesOf } from '../../shared/mentions.ts'
import type { NoticeNews } from '../store/update-log.ts'
import type { Author } from './admission/author.ts'
import { newClashes } from './new-clashes.ts'
import type { Admitted } from './shadow.ts'

type News = Omit<NoticeNews, 'code' | 'at'>
type Causing = { readonly by: UserId; readonly at: number }

/**
 * What people are to be told of an update, now that it is settled: never who caused it, and nobody
 * who may not see the case. What the clock does is no news.
 */
export function noticeNews(
  doc: Y.Doc,
  { changes, superseded }: Pick<Admitted, 'changes' | 'superseded'>,
  { by, at }: Pick<Author, 'by' | 'at'>,
): NoticeNews[] {
  if (by === null) return []
  const news = [
    ...changes.flatMap((change) => [...mentionsIn(doc, change, by), ...handedIn(doc, change, by)]),
    ...supersededOf(superseded, by),
    ...clashesSince(doc, changes, { by, at }),
  ]
  return news.length === 0 ? [] : seenOnly(doc, news, at)
}

function mentionsIn(doc: Y.Doc, change: CaseChange, by: UserId): News[] {
  const comments =
    change.kind === 'comments'
      ? change.added.flatMap((value) => comment.safeParse(value).data ?? [])
      : change.kind === 'created'
        ? (readCase(doc, change.case)?.comments ?? [])
        : []
  return comments.flatMap(({ id, text }) => {
    const named = new Set(piecesOf(text).flatMap(({ mention }) => mention ?? []))
    return [...named].map((to) => ({ to, kind: 'mention', case: change.case, event: id, by }))
  })
}

/** The responsible nurse or doctor is somebody else than before. */
function handedIn(doc: Y.Doc, change: CaseChange, by: UserId): News[] {
  return PAIR.flatMap((field): News[] => {
    const entry = isSetIn(change, field) ? entryOf(doc, change.case) : null
    if (entry === null) return []
    const { id: to, at } = readField(entry, field)
    if (to === null || to === formerIn(change, field)) return []
    return [{ to, kind: 'handed', case: change.case, event: `${field} ${at}`, by }]
  })
}

const PAIR = ['nurse', 'doctor'] as const
type OfPair = (typeof PAIR)[number]

const isSetIn = (change: CaseChange, field: OfPair): boolean =>
  change.kind === 'created' || (change.kind === 'field' && change.field === field)

const formerIn = (change: CaseChange, field: OfPair): UserId | null =>
  change.kind === 'field' ? readValue(field, change.from).id : null

/** The author's own values that do not stand, since somebody else decided otherwise. */
const supersededOf = (superseded: Admitted['superseded'], to: UserId): News[] =>
  superseded
    .filter(({ because }) => because === 'newer' || because === 'closed')
    .map(({ case: id, part, kept, yours }) => ({
      ...{ to, kind: 'superseded', case: id, by: kept.by },
      event: `${part} ${yours.at}`,
    }))

/** Once for each person and case, with however many other visits it clashes. */
function clashesSince(doc: Y.Doc, changes: readonly CaseChange[], { by, at }: Causing): News[] {
  const byGoer = Map.groupBy(newClashes(doc, changes), ({ person, case: id }) => `${person} ${id}`)
  return [...byGoer.values()].flatMap(([first]) =>
    first === undefined
      ? []
      : [{ to: first.person, kind: 'clash', case: first.case, event: String(at), by }],
  )
}

function seenOnly(doc: Y.Doc, news: readonly News[], at: number): NoticeNews[] {
  const people = readPeople(doc)
  return news.flatMap((one) => {
    const person = people.get(one.to)
    const about = readCase(doc, one.case)
    if (person === undefined || about === null || one.to === one.by) return []
    return mayShow(about, person) ? [{ ...one, code: about.meta?.code ?? null, at }] : []
  })
}
