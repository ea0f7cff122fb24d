import type { BoardId } from '../../shared/ids.ts'
import type { Boards } from './boards.ts'
import type { Entry, Gate, Team } from './gate.ts'
import type { Principal, SessionId } from './principal.ts'
import { readToken } from './session-cookie.ts'
import type { Sessions } from './sessions.ts'

export class SqlGate implements Gate {
  readonly #sessions: Sessions
  readonly #boards: Boards

  constructor(sessions: Sessions, boards: Boards) {
    this.#sessions = sessions
    this.#boards = boards
  }

  async authenticate(cookieHeader: string | undefined): Promise<Principal | null> {
    const principal = await this.#find(cookieHeader)
    return principal && this.#sessions.isLocked(principal.session) ? null : principal
  }

  async isLocked(cookieHeader: string | undefined): Promise<boolean> {
    const principal = await this.#find(cookieHeader)
    return principal !== null && this.#sessions.isLocked(principal.session)
  }

  async enter(principal: Principal, id: BoardId): Promise<Entry | null> {
    const open = await this.#boards.openTo(principal)
    const board = open.find((one) => one.id === id)
    return board ? { epoch: board.epoch, access: board.access } : null
  }

  teamOf(board: BoardId): Promise<Team> {
    return this.#boards.team(board)
  }

  touch(session: SessionId): void {
    this.#sessions.touch(session)
  }

  onSessionEnd(listener: (session: SessionId) => void): () => void {
    return this.#sessions.onEnd(listener)
  }

  onSessionLock(listener: (session: SessionId) => void): () => void {
    return this.#sessions.onLock(listener)
  }

  async #find(cookieHeader: string | undefined): Promise<Principal | null> {
    const token = readToken(cookieHeader)
    return token && (await this.#sessions.find(token))
  }
}
