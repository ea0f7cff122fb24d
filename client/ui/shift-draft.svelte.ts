import { shiftBody, type ShiftBody } from '../../shared/duty-api.ts'
import { parseClock } from './parse-clock.ts'

/** Somebody's hours and number as they are being typed. */
export class ShiftDraft {
  readonly #known: string
  from = $state('')
  to = $state('')
  phone = $state('')
  #isWrong = $state(false)

  /** @param known the number that they gave last */
  constructor({ from, to }: { from: string; to: string }, known: string) {
    this.from = from
    this.to = to
    this.phone = this.#known = known
  }

  /** Whether what was read last was no hours. */
  get isWrong(): boolean {
    return this.#isWrong
  }

  /** What it says; null when it says no hours. Left as it was, the number is the one they gave last. */
  read(): ShiftBody | null {
    const typed = this.phone.trim()
    const hours = { from: parseClock(this.from), to: parseClock(this.to) }
    const body = { ...hours, ...(typed !== this.#known && { phone: typed || null }) }
    const read = shiftBody.safeParse(body).data ?? null
    this.#isWrong = read === null
    return read
  }
}
