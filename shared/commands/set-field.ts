import { equalityDeep } from 'lib0/function.js'
import { readField, writeField, type CaseEntry } from '../board-document.ts'
import { caseFields, type CaseFields, type FieldName } from '../case.ts'
import type { Timestamp } from '../clock.ts'
import { done, refused, type Outcome } from '../outcome.ts'

/** Writes a field whole. Only another time or another author is no change. */
export function setField<F extends FieldName>(
  entry: CaseEntry,
  field: F,
  value: Omit<CaseFields[F], 'at'>,
  at: Timestamp,
): Outcome {
  const parsed = caseFields[field].safeParse({ ...value, at })
  if (!parsed.success) return refused('invalid-value')
  if (equalityDeep(content(readField(entry, field)), content(parsed.data)))
    return refused('nothing-changed')
  writeField(entry, field, parsed.data as CaseFields[F])
  return done
}

const content = (value: object) => ({ ...value, by: null, at: 0 })
