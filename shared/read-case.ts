import type * as Y from 'yjs'
import {
  caseIds,
  commentsOf,
  entryOf,
  laneOf,
  metaOf,
  parseMeta,
  readValue,
  sbarText,
  tasksOf,
  type CaseEntry,
} from './board-document.ts'
import {
  comment,
  SBAR_PARTS,
  task,
  type Case,
  type CaseFields,
  type Comment,
  type FieldName,
  type Sbar,
  type Task,
} from './case.ts'
import type { CaseId } from './ids.ts'

/**
 * A case as it stands now. Each part is parsed when it is first looked at: of most cases a board
 * looks at few. Copies and comparisons look at all of them.
 */
export function readCase(doc: Y.Doc, id: CaseId): Case | null {
  const entry = entryOf(doc, id)
  if (!entry) return null
  const field = fieldsOf(entry)
  const tasks = readTasks([...(tasksOf(entry) ?? [])])
  const comments = readComments(commentsOf(entry)?.toArray() ?? [])
  const written = metaOf(doc).get(id)
  const meta = once(() => parseMeta(written))
  return {
    id,
    lane: laneOf({ place: field('place'), closed: field('closed') }),
    sbar: readSbar(entry),
    get place() {
      return field('place')
    },
    get priority() {
      return field('priority')
    },
    get patient() {
      return field('patient')
    },
    get reason() {
      return field('reason')
    },
    get mission() {
      return field('mission')
    },
    get request() {
      return field('request')
    },
    get nurse() {
      return field('nurse')
    },
    get doctor() {
      return field('doctor')
    },
    get visit() {
      return field('visit')
    },
    get visitStatus() {
      return field('visitStatus')
    },
    get followUp() {
      return field('followUp')
    },
    get handover() {
      return field('handover')
    },
    get handedOver() {
      return field('handedOver')
    },
    get seen() {
      return field('seen')
    },
    get consent() {
      return field('consent')
    },
    get documentedRegion() {
      return field('documentedRegion')
    },
    get documentedMunicipality() {
      return field('documentedMunicipality')
    },
    get outcome() {
      return field('outcome')
    },
    get handback() {
      return field('handback')
    },
    get closed() {
      return field('closed')
    },
    get vitals() {
      return field('vitals')
    },
    get tasks() {
      return tasks()
    },
    get comments() {
      return comments()
    },
    get meta() {
      return meta()
    },
  }
}

/** A case's fields as they stand now, each parsed once, when it is first asked for. */
function fieldsOf(entry: CaseEntry): <F extends FieldName>(field: F) => CaseFields[F] {
  const values = new Map(entry)
  const read: { [F in FieldName]?: CaseFields[F] } = {}
  return (field) => (read[field] ??= readValue(field, values.get(field)))
}

export function readCases(doc: Y.Doc): Case[] {
  return caseIds(doc).flatMap((id) => readCase(doc, id) ?? [])
}

function readSbar(entry: CaseEntry): Sbar {
  return Object.fromEntries(
    SBAR_PARTS.map((part) => [part, sbarText(entry, part)?.toString() ?? '']),
  ) as Sbar
}

const readTasks = (values: readonly (readonly [string, unknown])[]) =>
  once((): Task[] => {
    const tasks = values.flatMap(([id, value]) => {
      const { data } = task.safeParse(value)
      return data?.id === id && !data.removed ? [data] : []
    })
    return tasks.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
  })

/** Surfaces tell comments apart by their ids: of several with one id the first is read. */
const readComments = (values: readonly unknown[]) =>
  once((): Comment[] => {
    const comments = values.flatMap((value) => comment.safeParse(value).data ?? [])
    const ids = new Set<string>()
    return comments.filter(({ id }) => !ids.has(id) && ids.add(id))
  })

/** Reads when it is first asked, and says the same ever after. */
function once<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | null = null
  return () => (known ??= { value: read() }).value
}
