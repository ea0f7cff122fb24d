import { parse } from 'csv-parse/sync'
import { IMPORT_ROWS_MAX } from '../../shared/limits.ts'
import {
  IMPORT_COLUMNS,
  IMPORT_REQUIRED,
  type ImportColumn,
  type ImportFault,
} from '../../shared/patient-import.ts'

/** A row by its columns, and where it stands in the file. */
export type CsvRow = {
  readonly row: number
  readonly cells: ReadonlyMap<ImportColumn, string>
}
export type CsvFile = { readonly rows: readonly CsvRow[]; readonly faults: readonly ImportFault[] }

const NAMES = new Map(
  Object.entries(IMPORT_COLUMNS).flatMap(([column, names]) =>
    names.map((name) => [name as string, column as ImportColumn] as const),
  ),
)

/** Reads a file with a head; commas, semicolons and tabs part its columns, as spreadsheets have it. */
export function readCsv(text: string): CsvFile {
  const lines = parseLines(text)
  if (lines === null) return broken('unreadable')
  const [head = [], ...rest] = lines
  if (rest.length > IMPORT_ROWS_MAX) return broken('too-many-rows')
  const columns = head.map((name) => NAMES.get(name.trim().toLocaleLowerCase('sv')))
  const unknown = head.filter((name, i) => columns[i] === undefined && name.trim() !== '')
  const missing = IMPORT_REQUIRED.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    return broken(
      'column-missing',
      missing.map((column) => IMPORT_COLUMNS[column][0]),
    )
  const rows = rest.map((line, i) => ({
    row: i + 2,
    cells: new Map(
      columns.flatMap((column, at) => (column ? [[column, line[at]?.trim() ?? '']] : [])),
    ),
  }))
  const faults = unknown.map((column) => ({ row: 1, column, fault: 'column-unknown' as const }))
  return { rows, faults }
}

function parseLines(text: string): string[][] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    })
  } catch {
    return null // a quote that is never closed, and the like
  }
}

const broken = (fault: ImportFault['fault'], columns: readonly (string | null)[] = [null]) => ({
  rows: [],
  faults: columns.map((column) => ({ row: 1, column, fault })),
})
