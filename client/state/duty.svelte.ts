import type { Timestamp } from '../../shared/clock.ts'
import { doctorsPost, onDuty, type PostPart, type Shift } from '../../shared/duty.ts'
import type { ShiftBody } from '../../shared/duty-api.ts'
import type { UserId } from '../../shared/ids.ts'
import { isOnRoster } from '../../shared/person.ts'
import { hoursOn } from '../../shared/team-hours.ts'
import { clockOf, dayOf, momentOf } from '../../shared/team-time.ts'
import type { DutyApi } from '../net/duty-api.ts'
import type { Answer, Failure } from '../net/requests.ts'
import type { BoardState } from './board.svelte.ts'
import type { Now } from './now.svelte.ts'

type Calls = Pick<DutyApi, 'setShift' | 'removeShift'>

/** When the day ends for who begins after the team has closed. */
const LAST_CLOCK = '23:59'

/** Today's roster, and how people are put on it. What is shown comes by the board, also offline. */
export class Duty {
  readonly #api: Calls
  readonly #board: BoardState
  readonly #now: Now
  #failure = $state<Failure | null>(null)
  #isBusy = $state(false)

  constructor(api: Calls, board: BoardState, now: Now) {
    this.#api = api
    this.#board = board
    this.#now = now
  }

  get failure(): Failure | null {
    return this.#failure
  }

  get isBusy(): boolean {
    return this.#isBusy
  }

  get now(): readonly Shift[] {
    return onDuty(this.#board.shifts, this.#now.minute)
  }

  /** All of today's, also those that have ended. */
  get today(): readonly Shift[] {
    const today = dayOf(this.#now.minute)
    return this.#board.shifts.filter(({ from }) => dayOf(from) === today)
  }

  get nurses(): readonly Shift[] {
    return this.today.filter(({ role }) => role === 'nurse')
  }

  /** Who of the doctors has which part of the team's day; on a day off only what they have. */
  get post(): readonly PostPart[] {
    const today = dayOf(this.#now.minute)
    const hours = hoursOn(today, this.#board.daysOff, this.#board.settings)
    if (hours !== null) {
      const [from, to] = [momentOf(today, hours.opens), momentOf(today, hours.closes)]
      return doctorsPost(this.today, { from, to })
    }
    const doctors = this.today.filter(({ role }) => role === 'doctor')
    return doctors.map((shift) => ({ from: shift.from, to: shift.to, shift }))
  }

  /** Only nurses and doctors are on duty. */
  get mayBeOn(): boolean {
    return isOnRoster(this.#board.me)
  }

  /** One's own shift of today that has not ended. */
  get mine(): Shift | null {
    const { me } = this.#board
    const now = this.#now.minute
    return this.today.find(({ person, to }) => person === me.id && to > now) ?? null
  }

  /** The number that somebody gave last, as far as the board knows. */
  phoneOf(id: UserId): string {
    return this.#board.shifts.findLast(({ person }) => person === id)?.phone ?? ''
  }

  /** From now until the team closes, or until midnight where it has closed. */
  get usual(): { from: string; to: string } {
    const now = this.#now.minute
    const from = clockOf(now)
    const hours = hoursOn(dayOf(now), this.#board.daysOff, this.#board.settings)
    return { from, to: hours !== null && from < hours.closes ? hours.closes : LAST_CLOCK }
  }

  /** Puts somebody on duty today, or changes their hours; true when it is kept. */
  set(person: UserId, shift: ShiftBody): Promise<boolean> {
    return this.#ask(this.#api.setShift(this.#board.id, dayOf(this.#now.minute), person, shift))
  }

  /** Takes somebody off today's roster. */
  remove(person: UserId): Promise<boolean> {
    return this.#ask(this.#api.removeShift(this.#board.id, dayOf(this.#now.minute), person))
  }

  /** Ends one's shift now; one that has not begun is taken away. */
  goHome({ person, from, phone }: Shift): Promise<boolean> {
    const now: Timestamp = this.#now.minute
    if (from >= now) return this.remove(person)
    return this.set(person, { from: clockOf(from), to: clockOf(now), phone })
  }

  async #ask(asked: Promise<Answer<undefined>>): Promise<boolean> {
    this.#isBusy = true
    const answer = await asked
    this.#isBusy = false
    this.#failure = answer.ok ? null : answer.failure
    return answer.ok
  }
}
