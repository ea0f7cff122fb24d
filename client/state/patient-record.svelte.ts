import type { BoardId, PatientId } from '../../shared/ids.ts'
import type { PatientChange, PatientRecord } from '../../shared/patient.ts'
import type { PatientsApi } from '../net/patients-api.ts'
import type { Failure } from '../net/requests.ts'

/** How long a whole number stays on the screen. */
export const NUMBER_SHOWN_MS = 30_000

type RegisterApi = Pick<PatientsApi, 'read' | 'number' | 'change'>

/** A patient's record while somebody looks at it. Each of its questions is logged. */
export class OpenRecord {
  readonly #api: RegisterApi
  readonly #board: BoardId
  readonly #id: PatientId
  #record = $state.raw<PatientRecord | null>(null)
  #number = $state.raw<string | null>(null)
  #failure = $state.raw<Failure | null>(null)
  #hiding: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  constructor(api: RegisterApi, board: BoardId, id: PatientId) {
    this.#api = api
    this.#board = board
    this.#id = id
  }

  /** Null until the server has answered. */
  get record(): PatientRecord | null {
    return this.#record
  }

  /** The whole number, for as long as it is shown. */
  get number(): string | null {
    return this.#number
  }

  get failure(): Failure | null {
    return this.#failure
  }

  async load(): Promise<void> {
    const answer = await this.#api.read(this.#board, this.#id)
    this.#failure = answer.ok ? null : answer.failure
    if (answer.ok && !this.#isClosed) this.#record = answer.value
  }

  async showNumber(): Promise<void> {
    const answer = await this.#api.number(this.#board, this.#id)
    this.#failure = answer.ok ? null : answer.failure
    if (!answer.ok || this.#isClosed) return
    this.#number = answer.value
    clearTimeout(this.#hiding)
    this.#hiding = setTimeout(() => this.hideNumber(), NUMBER_SHOWN_MS)
  }

  hideNumber(): void {
    clearTimeout(this.#hiding)
    this.#number = null
  }

  /** @returns why it was not saved; null when it was */
  async save(change: PatientChange): Promise<Failure | null> {
    const answer = await this.#api.change(this.#board, this.#id, change)
    if (!answer.ok) return answer.failure
    this.hideNumber()
    if (!this.#isClosed) this.#record = answer.value
    return null
  }

  /** Nothing of it stays. */
  close(): void {
    this.#isClosed = true
    this.hideNumber()
    this.#record = null
  }
}
