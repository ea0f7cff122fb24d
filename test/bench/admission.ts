import * as Y from 'yjs'
import { ClientIds } from '../../server/sync/admission/client-ids.ts'
import { Shadow } from '../../server/sync/shadow.ts'
import { openRoots } from '../../shared/board-document.ts'
import { HybridClock } from '../../shared/clock.ts'
import { baseBoard, KARIN, type BaseBoard } from './base-board.ts'
import { Mover } from './mover.ts'
import { say } from './report.ts'
import { quantile } from './statistics.ts'

const MOVES = 2_000

/** Takes one update in; gives what is to be stored and sent on. */
type Intake = (update: Uint8Array) => readonly Uint8Array[]

/** What admission costs the server for each move, beside a document that merges what it is sent. */
export function admission(rounds: number): void {
  say(`${MOVES} moves on one board, ${rounds} rounds`, 'merged only', 'admitted', 'ratio')
  const board = baseBoard()
  for (let round = 0; round <= rounds; round++) {
    const [merged, admitted] = [merging(), admitting()].map((take) => timesOf(take, board))
    const [without, with_] = [medianOf(merged ?? []), medianOf(admitted ?? [])]
    const name = round === 0 ? 'first, while it is compiled' : String(round)
    say(name, us(without), us(with_), (with_ / without).toFixed(1))
  }
}

function merging(): Intake {
  const doc = new Y.Doc()
  openRoots(doc)
  let updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  return (update) => {
    updates = []
    Y.applyUpdate(doc, update)
    return updates
  }
}

function admitting(): Intake {
  const shadow = new Shadow(() => [], new ClientIds([]))
  const author = { by: KARIN, name: 'Karin', role: 'nurse', client: 'web' } as const
  return (update) => {
    const admission = shadow.admit(update, { ...author, at: Date.now() }, false)
    if (admission.kind !== 'admitted') throw new Error(`a move was ${admission.kind}`)
    return admission.updates
  }
}

/** How long each move took, in ms. */
function timesOf(take: Intake, board: BaseBoard): number[] {
  const mover = new Mover(board, board.cases)
  const clock = new HybridClock(Date.now)
  const moves = Array.from({ length: MOVES }, () => mover.move(clock.tick()))
  take(board.update)
  return moves.map((move) => {
    const start = performance.now()
    if (take(move).length === 0) throw new Error('a move changed nothing')
    return performance.now() - start
  })
}

const medianOf = (times: readonly number[]) =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  )

const us = (ms: number) => `${(ms * 1_000).toFixed(0)} µs`
