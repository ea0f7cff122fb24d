import { createContext } from 'svelte'
import type { BoardSession, BoardSummary, ServerInfo, WhoAmI } from '../../shared/api.ts'
import { boardId, type BoardId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import type { Answer, Api, Failure } from '../net/api.ts'
import { Persisted } from './persisted.ts'

/** Who uses this browser, and which boards are theirs. */
export class Session {
  readonly #api: Api
  readonly #lastBoard = new Persisted('board', boardId)
  #who = $state.raw<WhoAmI | null>(null)
  #boards = $state.raw<readonly BoardSummary[]>([])
  #server = $state.raw<ServerInfo | null>(null)
  #failure = $state<Failure | null>(null)
  #asked = $state(false)
  #ended = $state(false)

  constructor(api: Api) {
    this.#api = api
  }

  get who(): WhoAmI | null {
    return this.#who
  }

  /** The signed-in person; null for a display and for nobody. */
  get person(): Person | null {
    const who = this.#who
    if (who?.kind !== 'person') return null
    return { id: who.id, name: who.name, initials: who.initials, role: who.role }
  }

  get boards(): readonly BoardSummary[] {
    return this.#boards
  }

  get server(): ServerInfo | null {
    return this.#server
  }

  /** Whether the server has said who this is, be it nobody. */
  get asked(): boolean {
    return this.#asked
  }

  /** Why the server could not be asked; signed out is no failure. */
  get failure(): Failure | null {
    return this.#failure
  }

  /** Whether a session that was in use here has ended by itself. */
  get ended(): boolean {
    return this.#ended
  }

  /** The board that this browser last showed, else the first of the person's. */
  get mainBoard(): BoardSummary | null {
    const last = this.#lastBoard.read()
    return this.#boards.find((board) => board.id === last) ?? this.#boards[0] ?? null
  }

  /** Remembers which board this browser shows. */
  show(board: BoardId): void {
    this.#lastBoard.write(board)
  }

  boardNamed(id: BoardId): BoardSummary | null {
    return this.#boards.find((board) => board.id === id) ?? null
  }

  /** Asks the server who this is and what is theirs. */
  async ask(): Promise<void> {
    const api = this.#api
    const [server, who, boards] = await Promise.all([api.server(), api.session(), api.boards()])
    if (server.ok) this.#server = server.value
    this.#failure = failureOf(who) ?? failureOf(boards)
    this.#asked = true
    if (this.#failure !== null) return // what was known stays: changes may be waiting
    this.#who = who.ok ? who.value : null
    this.#boards = boards.ok ? boards.value : []
  }

  async signIn(username: string, password: string): Promise<Answer<undefined>> {
    const answer = await this.#api.signIn(username, password)
    if (!answer.ok) return answer
    this.#ended = false
    await this.ask()
    return this.#failure === null ? answer : { ok: false, failure: this.#failure }
  }

  /** Signs in only to hand this browser to the wall of the person's first board. */
  async signInAsDisplay(username: string, password: string): Promise<Answer<undefined>> {
    const answer = await this.#api.signIn(username, password)
    if (!answer.ok) return answer
    const boards = await this.#api.boards()
    const first = boards.ok ? boards.value[0] : undefined
    if (!first) return boards.ok ? { ok: false, failure: 'not-found' } : boards
    return this.becomeDisplay(first.id)
  }

  async signOut(): Promise<void> {
    await this.#api.signOut()
    await this.ask()
  }

  /** Hands this browser to the board's wall; the person's own session here is over. */
  async becomeDisplay(board: BoardId): Promise<Answer<undefined>> {
    const answer = await this.#api.becomeDisplay(board)
    if (answer.ok) await this.ask()
    return answer
  }

  /** Who is signed in on a board, for its manager. */
  signedInOn(board: BoardId): Promise<Answer<BoardSession[]>> {
    return this.#api.boardSessions(board)
  }

  signOutOther(board: BoardId, session: string): Promise<Answer<undefined>> {
    return this.#api.endSession(board, session)
  }

  /** The server has ended the session (4401). */
  end(): void {
    this.#ended = true
    this.#who = null
    this.#boards = []
  }
}

/** Nobody is signed in: that is an answer, whether time or somebody has ended the session. */
const NOBODY: readonly Failure[] = ['signed-out', 'session-revoked']

const failureOf = (answer: Answer<unknown>) =>
  answer.ok || NOBODY.includes(answer.failure) ? null : answer.failure

export const [getSession, setSession] = createContext<Session>()
