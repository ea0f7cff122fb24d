import type { BoardId } from '../../shared/ids.ts'
import type { PatientHit } from '../../shared/patient.ts'
import type { PatientsApi } from '../net/patients-api.ts'
import type { Failure } from '../net/requests.ts'

/** How long somebody pauses before the words count as a search, each of which is logged. */
const PAUSE_MS = 300
const LETTERS_MIN = 2

/** A search in the patient register that follows what somebody types. */
export class PatientSearch {
  readonly #api: Pick<PatientsApi, 'search'>
  readonly #board: BoardId
  #hits = $state.raw<readonly PatientHit[]>([])
  #more = $state(false)
  #failure = $state.raw<Failure | null>(null)
  #answered = $state(false)
  #asked = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(api: Pick<PatientsApi, 'search'>, board: BoardId) {
    this.#api = api
    this.#board = board
  }

  get hits(): readonly PatientHit[] {
    return this.#hits
  }

  /** Whether there are more than it shows. */
  get more(): boolean {
    return this.#more
  }

  get failure(): Failure | null {
    return this.#failure
  }

  /** Whether the hits are those of the words as they are. */
  get answered(): boolean {
    return this.#answered
  }

  ask(words: string): void {
    this.clear()
    this.#asked = words.trim()
    if (this.#asked.length >= LETTERS_MIN)
      this.#timer = setTimeout(() => void this.#send(this.#asked), PAUSE_MS)
  }

  /** Forgets whom it found, and does not wait for an answer any more. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#asked = ''
    this.#hits = []
    this.#more = this.#answered = false
    this.#failure = null
  }

  async #send(words: string): Promise<void> {
    const answer = await this.#api.search(this.#board, words)
    if (words !== this.#asked) return
    this.#answered = answer.ok
    this.#failure = answer.ok ? null : answer.failure
    this.#hits = answer.ok ? answer.value.hits : []
    this.#more = answer.ok && answer.value.more
  }
}
