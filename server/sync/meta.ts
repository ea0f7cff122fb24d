import type * as Y from 'yjs'
import { entryOf, metaOf, readMeta } from '../../shared/board-document.ts'
import type { CaseMeta } from '../../shared/case.ts'
import type { CaseChange } from '../../shared/changes.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Author } from './admission/author.ts'
import { Codes } from './codes.ts'
import { dayOf } from '../../shared/team-time.ts'

/** What a transaction did to one case, and what the server knew of it before. */
type Deed = {
  readonly case: CaseId
  readonly before: CaseMeta | null
  moved: boolean
  reopened: boolean
}

/** Records on each case that a transaction touched who did it and when, and names new ones. */
export function writeMeta(
  doc: Y.Doc,
  changes: readonly CaseChange[],
  author: Pick<Author, 'by' | 'at'>,
): void {
  const deeds = deedsIn(doc, changes)
  const naming = new Set(deeds.filter(needsCode).map((deed) => deed.case))
  const codes = naming.size === 0 ? null : new Codes(doc, naming, dayOf(author.at))
  for (const deed of deeds) {
    const code = deed.before?.code ?? null
    const given = codes !== null && needsCode(deed) ? codes.take(code) : code
    metaOf(doc).set(deed.case, { ...deed.before, code: given, ...times(deed, author) })
  }
}

/** A reopened case may find that another one has got its code meanwhile. */
const needsCode = ({ before, reopened }: Deed) => before === null || reopened

function times(
  { before, moved }: Deed,
  { by, at }: Pick<Author, 'by' | 'at'>,
): Omit<CaseMeta, 'code'> {
  return {
    createdAt: before?.createdAt ?? at,
    createdBy: before === null ? by : before.createdBy,
    movedAt: before === null || moved ? at : before.movedAt,
    movedBy: before === null || moved ? by : before.movedBy,
    ...(by === null && before !== null
      ? { touchedAt: before.touchedAt, touchedBy: before.touchedBy } // nobody has looked at it
      : { touchedAt: at, touchedBy: by }),
  }
}

function deedsIn(doc: Y.Doc, changes: readonly CaseChange[]): Deed[] {
  const deeds = new Map<CaseId, Deed>()
  for (const change of changes) {
    const id = change.case
    if (!entryOf(doc, id)) continue
    const deed = deeds.get(id) ?? {
      case: id,
      before: readMeta(doc, id),
      moved: false,
      reopened: false,
    }
    deeds.set(id, deed)
    if (change.kind !== 'field') continue
    const { field, from, to } = change
    const closedBefore = partOf(from, 'how') ?? null
    const closedNow = partOf(to, 'how') ?? null
    if (field === 'place' && partOf(from, 'lane') !== partOf(to, 'lane')) deed.moved = true
    if (field === 'closed' && closedBefore !== closedNow) deed.moved = true
    if (field === 'closed' && closedBefore !== null && closedNow === null) deed.reopened = true
  }
  return [...deeds.values()]
}

/** A part of a field's value, which may be anything. */
const partOf = (value: unknown, part: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
