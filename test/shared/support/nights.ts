import type * as Y from 'yjs'
import { handOver } from '../../../shared/commands/hand-over.ts'
import { prepareHandover } from '../../../shared/commands/prepare-handover.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { momentOf } from '../../../shared/team-time.ts'
import { asKarin } from './board.ts'

/** A Monday in March, when the team goes home, and the next day as it begins. */
export const EVENING = momentOf('2026-03-09', '16:00')
export const MORNING = momentOf('2026-03-10', '00:00')

/** Karin hands cases over to evening and night care, by phone. */
export function handOverAll(doc: Y.Doc, ids: readonly CaseId[], at = EVENING): void {
  for (const id of ids) {
    prepareHandover(doc, { case: id, to: 'evening', words: 'Temp kl. 22' }, asKarin(at - 60_000))
    handOver(doc, { case: id, how: 'phoned', told: 'Lena' }, asKarin(at))
  }
}
