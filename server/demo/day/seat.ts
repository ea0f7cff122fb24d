import { io, type Socket } from 'socket.io-client'
import type { BoardId, CaseId } from '../../../shared/ids.ts'
import { LIVE_PATH, type ClientEvents, type ServerEvents } from '../../../shared/live.ts'
import type { Door } from './door.ts'

/** Where one person sits at the board: others see who is here and who drags what. */
export class Seat {
  readonly #socket: Socket<ServerEvents, ClientEvents>
  readonly #board: BoardId

  constructor({ server, cookie }: Door, board: BoardId) {
    this.#board = board
    this.#socket = io(server.origin, {
      path: LIVE_PATH,
      transports: ['websocket'],
      extraHeaders: { cookie },
    })
    this.#socket.on('connect', () => {
      this.#socket.emit('join', board)
      this.#socket.emit('view', board, { surface: 'board', case: null })
    })
  }

  /** Takes hold of a card, or lets go. */
  hold(card: CaseId | null): void {
    this.#socket.emit('hold', this.#board, card)
  }

  leave(): void {
    this.#socket.disconnect()
  }
}
