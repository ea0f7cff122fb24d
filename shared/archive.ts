import { z } from 'zod'
import * as Y from 'yjs'
import { readCase } from './read-case.ts'
import { caseMeta, outcomeName, type Case } from './case.ts'
import { timestamp } from './clock.ts'
import { caseId } from './ids.ts'
import { person } from './person.ts'
import { plantCase } from './plant-case.ts'

/** A case as it rests in the archive: its entry as it was, and the names of those whom it names. */
export const archived = z.strictObject({
  id: caseId,
  content: z.record(z.string(), z.json()),
  meta: caseMeta.nullable(),
  people: z.array(person),
})
export type Archived = Readonly<z.infer<typeof archived>>

/** Reads an archived case as one on a board is read. */
export function readArchived({ id, content, meta }: Archived): Case {
  const doc = new Y.Doc()
  plantCase(doc, id, content)
  const one = readCase(doc, id)
  if (!one) throw new Error('a case that was planted is not there')
  return { ...one, meta }
}

export const ARCHIVE_WORDS_MAX = 80

/** Where a page of the archive ends: "1767600000000.<case>". */
const archivePlace = z.string().regex(/^\d{1,16}\.[0-9a-f-]{36}$/)

/** What is asked of the archive: words that begin so, and between which of the team's days it ended. */
export const archiveQuestion = z.strictObject({
  q: z.string().max(ARCHIVE_WORDS_MAX).default(''),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** The `before` of the page that this one follows. */
  before: archivePlace.optional(),
})
export type ArchiveQuestion = z.infer<typeof archiveQuestion>

/** An archived case as it is found. Of a protected identity its pair sees more than the code. */
export const archiveHit = z.strictObject({
  case: caseId,
  code: z.string().nullable(),
  protected: z.boolean(),
  /** Null where it is not shown. */
  label: z.string().nullable(),
  birthYear: z.int().nullable(),
  how: z.enum(['closed', 'voided']),
  outcome: outcomeName.nullable(),
  closedAt: timestamp,
  /** The name at the time; null where nobody knows. */
  closedBy: z.string().nullable(),
})
export type ArchiveHit = Readonly<z.infer<typeof archiveHit>>

/** The latest ended first; `before` asks for what ended earlier, and is null where nothing did. */
export const archivePage = z.strictObject({
  hits: z.array(archiveHit),
  before: archivePlace.nullable(),
})
export type ArchivePage = Readonly<z.infer<typeof archivePage>>

/** "Åsa-Britt Édouard" as words to compare: å, ä and ö are letters of their own, é is an e. */
export function foldedWords(text: string): string[] {
  const plain = text.toLocaleLowerCase('sv').normalize('NFD')
  const folded = plain
    .replaceAll(/([ao])(\u030A|\u0308)/gu, (letter) => letter.normalize('NFC'))
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('æ', 'ä')
    .replaceAll('ø', 'ö')
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}
