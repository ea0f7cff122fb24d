import type { Socket } from 'socket.io-client'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import {
  LIVE_PATH,
  type ClientEvents,
  type Present,
  type ServerEvents,
  type View,
  type Writer,
  type Writing,
} from '../../shared/live.ts'

export type LiveListeners = {
  present: (people: Present[]) => void
  writers: (writers: Writer[]) => void
  /** There may be alerts to ask for: the server rings, or was away. */
  alerts: () => void
  /** There may be something new in the person's inbox. */
  notices: () => void
}

/** Who else is on a board, and what they are at. The library comes after the first paint; the board does not need it. */
export class Live {
  readonly #board: BoardId
  readonly #listeners: LiveListeners
  #socket: Socket<ServerEvents, ClientEvents> | null = null
  #view: View | null = null
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
    this.#socket = library.io({ path: LIVE_PATH, transports: ['websocket'] })
    this.#socket.on('connect', () => {
      this.#socket?.emit('join', this.#board)
      if (this.#view !== null) this.view(this.#view)
      this.#listeners.alerts() // what rang meanwhile was not heard
      this.#listeners.notices()
    })
    this.#socket.on('alerts', () => this.#listeners.alerts())
    this.#socket.on('notices', () => this.#listeners.notices())
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

  /** What this window shows, and after each loss of contact again. */
  view(view: View): void {
    this.#view = view
    this.#present?.emit('view', this.#board, view)
  }

  hold(card: CaseId | null): void {
    this.#present?.emit('hold', this.#board, card)
  }

  write(writing: Writing | null): void {
    this.#present?.volatile.emit('write', this.#board, writing)
  }

  /** The socket while it has contact: else it would keep what is of a moment, and say it later. */
  get #present() {
    return this.#socket?.connected ? this.#socket : null
  }

  destroy(): void {
    this.#over = true
    this.#socket?.disconnect()
  }
}
