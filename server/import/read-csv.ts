import { parse } from 'csv-parse/sync'
import type { ImportFault } from '../../shared/import-report.ts'
import { IMPORT_ROWS_MAX } from '../../shared/limits.ts'

/** A row by its columns, and where it stands in the file. */
export type CsvRow<Column> = {
  readonly row: number
  readonly cells: ReadonlyMap<Column, string>
}
export type CsvFile<Column> = {
  readonly rows: readonly CsvRow<Column>[]
  readonly faults: readonly ImportFault[]
}

/** What a file may have: each column by its names, the first of which faults are told with. */
export type CsvShape<Column extends string> = {
  readonly columns: Readonly<Record<Column, readonly [string, string]>>
  readonly required: readonly Column[]
}

/** Reads a file with a head; commas, semicolons and tabs part its columns, as spreadsheets have it. */
export function readCsv<Column extends string>(
  text: string,
  { columns: known, required }: CsvShape<Column>,
): CsvFile<Column> {
  const lines = parseLines(text)
  if (lines === null) return broken('unreadable')
  const [head = [], ...rest] = lines
  if (rest.length > IMPORT_ROWS_MAX) return broken('too-many-rows')
  const names = Object.entries<readonly string[]>(known) as [Column, readonly string[]][]
  const columns = head.map((name) => {
    const written = name.trim().toLocaleLowerCase('sv')
    return names.find(([, alike]) => alike.includes(written))?.[0]
  })
  const unknown = head.filter((name, i) => columns[i] === undefined && name.trim() !== '')
  const missing = required.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    return broken(
      'column-missing',
      missing.map((column) => known[column][0]),
    )
  const rows = rest.map((line, i) => ({
    row: i + 2,
    cells: new Map(
      columns.flatMap((column, at) =>
        column === undefined ? [] : [[column, line[at]?.trim() ?? ''] as const],
      ),
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
