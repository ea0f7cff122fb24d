import type { Socket } from 'socket.io-client'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import type { ClientEvents, Present, ServerEvents, Writer, Writing } from '../../shared/live.ts'

export type LiveListeners = {
  present: (people: Present[]) => void
  writers: (writers: Writer[]) => void
  /** There may be something new in the person's inbox. */
  rang: () => void
}

/** Who else is on a board, and what they are at. The library comes after the first paint; the board does not need it. */
export class Live {
  readonly #board: BoardId
  readonly #listeners: LiveListeners
  #socket: Socket<ServerEvents, ClientEvents> | null = null
  #over = false

  constructor(board: BoardId, listeners: LiveListeners) {
    this.#board = board
    this.#listeners = listeners
  }

  /** Also again, after the server has sent this page away or could not give the library. */
  async connect(): Promise<void> {
    const library = this.#socket ? null : await import('socket.io-client').catch(() => null)
    if (this.#socket) return void this.#socket.connect()
    if (library === null || this.#over) return
    this.#socket = library.io({ path: '/live', transports: ['websocket'] })
    this.#socket.on('connect', () => {
      this.#socket?.emit('join', this.#board)
      this.#listeners.rang() // what rang meanwhile was not heard
    })
    this.#socket.on('notices', () => this.#listeners.rang())
    this.#socket.on('disconnect', () => {
      this.#listeners.present([])
      this.#listeners.writers([])
    })
    this.#socket.on('present', (board, people) => {
      if (board === this.#board) this.#listeners.present(people)
    })
    this.#socket.on('writers', (board, writers) => {
      if (board === this.#board) this.#listeners.writers(writers)
    })
  }

  hold(card: CaseId | null): void {
    this.#socket?.emit('hold', this.#board, card)
  }

  /** Of a moment: what could not be said then is not said later. */
  write(writing: Writing | null): void {
    this.#socket?.volatile.emit('write', this.#board, writing)
  }

  destroy(): void {
    this.#over = true
    this.#socket?.disconnect()
  }
}
