import * as Y from 'yjs'
import { boardOf, peopleOf } from '../../shared/board-document.ts'
import type { Duty } from '../../shared/duty.ts'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import type { Gate, Team } from '../identity/gate.ts'
import type { ClientOwner, UpdateLog } from '../store/update-log.ts'
import { whenFree } from '../store/when-free.ts'
import { writeDuty } from './write-duty.ts'

/** A board as it is on disk. */
export type LoadedBoard = {
  readonly doc: Y.Doc
  /** Its last update's number, and that of the rows it came from. */
  readonly seq: number
  readonly rows: number
  readonly clients: readonly ClientOwner[]
}

/** What the server knows of a board besides its log. */
export type Owed = { readonly gate: Pick<Gate, 'teamOf'>; readonly dutyOf: DutyOf }
export type DutyOf = (board: BoardId) => Promise<Duty>

/** Reads a board whole and writes what the server itself owes it; throws rather than give a part. */
export async function loadBoard(
  log: UpdateLog,
  { gate, dutyOf }: Owed,
  board: BoardId,
  epoch: Epoch,
): Promise<LoadedBoard> {
  const [team, duty] = await Promise.all([gate.teamOf(board), dutyOf(board)])
  const { updates, seq, clients } = await log.load(board, epoch)
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error(`The log of ${board}@${epoch} has a hole`)

  const written = writeOwed(doc, team, duty)
  if (written.length === 0) return { doc, seq, rows: updates.length, clients }
  const batch = { board, epoch, updates: written, audit: [] }
  const [last = seq] = await whenFree(() => log.commit([batch]))
  return { doc, seq: last, rows: updates.length + written.length, clients }
}

/** Those who have left the team keep their names until the epoch ends: their work refers to them. */
function writeOwed(doc: Y.Doc, { settings, people }: Team, duty: Duty): Uint8Array[] {
  const written: Uint8Array[] = []
  const keep = (update: Uint8Array) => written.push(update)
  doc.on('update', keep)
  doc.transact(() => {
    const board = boardOf(doc)
    if (board.size === 0) for (const [key, value] of Object.entries(settings)) board.set(key, value)
    const known = peopleOf(doc)
    for (const person of people)
      if (JSON.stringify(known.get(person.id)) !== JSON.stringify(person))
        known.set(person.id, person)
    writeDuty(doc, duty)
  })
  doc.off('update', keep)
  return written
}
