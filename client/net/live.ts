import type { Socket } from 'socket.io-client'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import type { ClientEvents, Present, ServerEvents } from '../../shared/live.ts'

/** Who else is on a board. The library comes after the first paint; the board does not need it. */
export class Live {
  readonly #board: BoardId
  readonly #present: (people: Present[]) => void
  #socket: Socket<ServerEvents, ClientEvents> | null = null
  #over = false

  constructor(board: BoardId, present: (people: Present[]) => void) {
    this.#board = board
    this.#present = present
  }

  /** Also again, after the server has sent this page away or could not give the library. */
  async connect(): Promise<void> {
    const library = this.#socket ? null : await import('socket.io-client').catch(() => null)
    if (this.#socket) return void this.#socket.connect()
    if (library === null || this.#over) return
    this.#socket = library.io({ path: '/live', transports: ['websocket'] })
    this.#socket.on('connect', () => this.#socket?.emit('join', this.#board))
    this.#socket.on('disconnect', () => this.#present([]))
    this.#socket.on('present', (board, people) => {
      if (board === this.#board) this.#present(people)
    })
  }

  hold(card: CaseId | null): void {
    this.#socket?.emit('hold', this.#board, card)
  }

  destroy(): void {
    this.#over = true
    this.#socket?.disconnect()
  }
}
