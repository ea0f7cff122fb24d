import * as Y from 'yjs'
import { readCases } from '../../shared/read-case.ts'
import type { Case } from '../../shared/case.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { UpdateLog } from '../store/update-log.ts'

/** A board's cases as they are on disk, without opening it: who looks leaves no trace. */
export async function casesAtRest(
  log: Pick<UpdateLog, 'epochOf' | 'load'>,
  board: BoardId,
): Promise<Case[]> {
  const { updates } = await log.load(board, await log.epochOf(board))
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  return readCases(doc)
}
