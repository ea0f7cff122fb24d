import { accessOf } from '../../../../shared/access.ts'
import { NO_SETTINGS } from '../../../../shared/board.ts'
import { boardId, epoch, type BoardId, type Epoch } from '../../../../shared/ids.ts'
import type { Entry, Gate, Team } from '../../../../server/identity/gate.ts'
import type { Principal, SessionId } from '../../../../server/identity/principal.ts'
import { aPerson } from '../../../support/person.ts'

export const kungsbacka = boardId.parse('kungsbacka')
export const halmstad = boardId.parse('halmstad')
export const first = epoch.parse(1)

export const team = [
  aPerson('karin', 'nurse', 'Karin Lindqvist'),
  aPerson('amina', 'nurse', 'Amina Hassan'),
  aPerson('sara', 'doctor', 'Sara Lindgren'),
  aPerson('olle', 'observer', 'Olle Öberg'),
]

/** Here a cookie is a person's id or a display's board, and a session's id is its cookie. */
export class FakeGate implements Gate {
  readonly touched: SessionId[] = []
  /** The epoch that it sends everybody to. */
  epoch: Epoch = first
  /** Called in the middle of letting somebody in. */
  onEnter: () => void = () => {}
  readonly #ended = new Set<string>()
  readonly #listeners = new Set<(session: SessionId) => void>()
  readonly #locked = new Set<string>()
  readonly #lockListeners = new Set<(session: SessionId) => void>()

  async authenticate(cookie: string | undefined): Promise<Principal | null> {
    if (cookie === undefined || this.#ended.has(cookie) || this.#locked.has(cookie)) return null
    const session = cookie as SessionId
    const person = team.find(({ id }) => id === cookie)
    if (person) return { kind: 'person', session, person }
    const board = [kungsbacka, halmstad].find((id) => id === cookie)
    return board ? { kind: 'display', session, board } : null
  }

  async isLocked(cookie: string | undefined): Promise<boolean> {
    return cookie !== undefined && this.#locked.has(cookie)
  }

  async enter(principal: Principal, board: BoardId): Promise<Entry | null> {
    this.onEnter()
    if (board !== kungsbacka && board !== halmstad) return null
    if (principal.kind === 'person')
      return { epoch: this.epoch, access: accessOf(principal.person.role) }
    return principal.board === board ? { epoch: this.epoch, access: 'display' } : null
  }

  async teamOf(board: BoardId): Promise<Team> {
    return { settings: { ...NO_SETTINGS, name: board, phone: '070-174 06 00' }, people: team }
  }

  touch(session: SessionId): void {
    this.touched.push(session)
  }

  onSessionEnd(listener: (session: SessionId) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  onSessionLock(listener: (session: SessionId) => void): () => void {
    this.#lockListeners.add(listener)
    return () => this.#lockListeners.delete(listener)
  }

  lock(cookie: string): void {
    this.#locked.add(cookie)
    for (const listener of this.#lockListeners) listener(cookie as SessionId)
  }

  end(cookie: string): void {
    this.#ended.add(cookie)
    for (const listener of this.#listeners) listener(cookie as SessionId)
  }
}
