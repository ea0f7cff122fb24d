import { createContext } from 'svelte'
import { z } from 'zod'
import type { BoardSession, BoardSummary, ServerInfo, WhoAmI } from '../../shared/api.ts'
import { boardId, type BoardId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import type { Api } from '../net/api.ts'
import type { Answer, Failure } from '../net/requests.ts'
import type { Device } from '../offline/device.ts'
import { Persisted } from './persisted.ts'

/** Who uses this browser, and which boards are theirs. */
export class Session {
  readonly #api: Api
  readonly #device: Device
  readonly #lastBoard = new Persisted('board', boardId)
  /** Whether somebody has signed out here and the server does not know yet. */
  readonly #leaving = new Persisted('leaving', z.literal('yes'))
  #hasLeft = this.#leaving.read() !== null
  #who = $state.raw<WhoAmI | null>(null)
  #boards = $state.raw<readonly BoardSummary[]>([])
  #server = $state.raw<ServerInfo | null>(null)
  #failure = $state<Failure | null>(null)
  #asked = $state(false)
  #ended = $state(false)
  #offline = $state(false)
  /** Between two people the old session's end is no news. */
  #isSigningIn = false

  constructor(api: Api, device: Device) {
    this.#api = api
    this.#device = device
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

  /** Whether it is this device that says who this is, as the server could not be asked. */
  get offline(): boolean {
    return this.#offline
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

  /** Asks the server who this is and what is theirs, and without it this device. */
  async ask(): Promise<void> {
    const api = this.#api
    if (this.#hasLeft && !(await this.#leave())) return
    const [server, who, boards] = await Promise.all([api.server(), api.session(), api.boards()])
    if (server.ok) this.#server = server.value
    this.#failure = failureOf(who) ?? failureOf(boards)
    if (this.#failure !== null) {
      if (this.#who === null) await this.#recall() // else what was known stays: changes may be waiting
      this.#asked = true
      return
    }
    this.#asked = true
    this.#offline = false
    this.#who = who.ok ? who.value : null
    if (!this.locked) this.#boards = boards.ok ? boards.value : []
    await this.#tidy(who)
  }

  async signIn(username: string, password: string): Promise<Answer<undefined>> {
    this.#isSigningIn = true
    const answer = await this.#api.signIn(username, password)
    if (answer.ok) {
      this.#arrive() // the server has ended the former session itself (S10)
      this.#ended = false
      await this.ask()
    }
    this.#isSigningIn = false
    if (!answer.ok) return answer
    return this.#failure === null ? answer : { ok: false, failure: this.#failure }
  }

  /** Signs in only to hand this browser to the wall of the person's first board. */
  async signInAsDisplay(username: string, password: string): Promise<Answer<undefined>> {
    const answer = await this.#api.signIn(username, password)
    if (!answer.ok) return answer
    this.#arrive()
    const boards = await this.#api.boards()
    const first = boards.ok ? boards.value[0] : undefined
    if (!first) return boards.ok ? { ok: false, failure: 'not-found' } : boards
    return this.becomeDisplay(first.id)
  }

  /** Whether the server waits for this person's password. */
  get locked(): boolean {
    return this.#who?.kind === 'person' && this.#who.locked === true
  }

  async lock(): Promise<Answer<undefined>> {
    const answer = await this.#api.lockSession()
    if (answer.ok || answer.failure === 'session-locked') this.noteLocked()
    return answer
  }

  /** The server has locked the session (4423). */
  noteLocked(): void {
    if (this.#who?.kind === 'person') this.#who = { ...this.#who, locked: true }
    void this.#device.hide() // a cut network must not lift the lock
  }

  async unlock(password: string): Promise<Answer<undefined>> {
    const answer = await this.#api.unlockSession(password)
    if (answer.ok) await this.ask()
    return answer
  }

  async signOut(): Promise<void> {
    await this.#device.wipe()
    this.#hasLeft = true
    this.#leaving.write('yes')
    this.#who = null
    this.#boards = []
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
    if (this.#isSigningIn) return
    this.#ended = true
    this.#who = null
    this.#boards = []
    // Without contact it must not come back; why it has ended decides what else may stay here.
    void this.#device.hide().then(() => this.ask())
  }

  /** Has the server end the session that somebody left, maybe long ago and without a network. */
  async #leave(): Promise<boolean> {
    const { ok } = await this.#api.signOut()
    if (ok) this.#arrive()
    else this.#failure = 'unreachable'
    this.#asked = true
    return ok
  }

  #arrive(): void {
    this.#hasLeft = false
    this.#leaving.forget()
  }

  async #recall(): Promise<void> {
    const heads = await this.#device.shown(Date.now())
    const who = heads[0]?.who
    if (who === undefined) return
    this.#who = who
    this.#boards = heads.filter((head) => head.who.id === who.id).map(({ board }) => board)
    this.#offline = true
  }

  /** What rests here is for who is signed in; a session that was revoked leaves nothing. */
  async #tidy(who: Answer<WhoAmI>): Promise<void> {
    if (this.locked) await this.#device.hide()
    if (who.ok && who.value.kind === 'person') await this.#device.keepOnly(who.value.id)
    else if (who.ok || who.failure === 'session-revoked') await this.#device.wipe()
    else await this.#device.hide()
  }
}

/** Nobody is signed in, or nobody is here: that is an answer, whatever ended or locked the session. */
const NOBODY: readonly Failure[] = ['signed-out', 'session-revoked', 'session-locked']

const failureOf = (answer: Answer<unknown>) =>
  answer.ok || NOBODY.includes(answer.failure) ? null : answer.failure

export const [getSession, setSession] = createContext<Session>()
