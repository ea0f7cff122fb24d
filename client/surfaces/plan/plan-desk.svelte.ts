import { createContext } from 'svelte'
import type { Case } from '../../../shared/case.ts'
import { VISIT_MINUTES } from '../../../shared/clashes.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { scheduleVisit } from '../../../shared/commands/schedule-visit.ts'
import type { UserId } from '../../../shared/ids.ts'
import { LANES } from '../../../shared/lane.ts'
import { clockAt, minutesOf, QUARTER_MINUTES } from '../../../shared/quarters.ts'
import { hoursOn } from '../../../shared/team-hours.ts'
import { clockOf, dayOf, momentOf } from '../../../shared/team-time.ts'
import { m } from '../../i18n/paraglide/messages.js'
import type { BoardState } from '../../state/board.svelte.ts'
import type { Link } from '../../state/board-link.svelte.ts'
import type { Notices } from '../../state/notices.svelte.ts'
import type { Now } from '../../state/now.svelte.ts'
import type { Presence } from '../../state/presence.svelte.ts'
import type { SavedState } from '../../state/saved.svelte.ts'
import { caseTitle } from '../../ui/card-text.ts'
import { saidDoctor } from '../../ui/hand-over.ts'
import { planFor, type DayPlan } from './plan-selection.ts'

type Parts = {
  board: BoardState
  link: Link
  notices: Notices
  now: Now
  presence: Presence
  saved: Pick<SavedState, 'reachable'>
}

/** A place in the day: whose, and when, in minutes since midnight. */
export type Slot = { readonly doctor: UserId | null; readonly minutes: number }

/** What the day's plan does, whatever it was done with. While something is dragged it stands still. */
export class PlanDesk {
  readonly #parts: Parts
  #still = $state.raw<DayPlan | null>(null)
  #held = $state.raw<Case | null>(null)
  #target = $state.raw<Slot | null>(null)
  #isCarried = $state(false)

  constructor(parts: Parts) {
    this.#parts = parts
  }

  readonly #live: DayPlan = $derived.by(() => {
    const { board, now } = this.#parts
    const cases = LANES.flatMap((lane) => board.lane(lane))
    const { settings, daysOff, people } = board
    const hours = hoursOn(dayOf(now.minute), daysOff, settings) ?? settings.hours
    return planFor(cases, people, now.minute, hours, board.shifts)
  })

  get plan(): DayPlan {
    return this.#still ?? this.#live
  }

  /** The case that is being dragged, however. */
  get held(): Case | null {
    return this.#held
  }

  /** Where it would land. */
  get target(): Slot | null {
    return this.#target
  }

  /** Whether the keyboard carries it. */
  get isCarried(): boolean {
    return this.#isCarried
  }

  /** Who is on the way, there or done is not planned anew here; nor what somebody else holds. */
  mayMove(one: Case): boolean {
    const { status } = one.visitStatus
    const isAhead = status === 'none' || status === 'planned'
    const { link, presence } = this.#parts
    return link.access === 'write' && isAhead && !presence.holderOf(one.id) && isOpen(one)
  }

  pickUp(one: Case): boolean {
    if (this.#held !== null || !this.mayMove(one)) return false
    this.#still = this.#live
    this.#held = one
    this.#parts.presence.hold(one.id)
    return true
  }

  aim(slot: Slot | null): void {
    this.#target = slot && { ...slot, minutes: this.#within(slot.minutes) }
  }

  /** Picks it up with the keyboard, where it stands or where the day is now. */
  carry(one: Case): void {
    if (!this.pickUp(one)) return
    this.#isCarried = true
    this.aim(this.slotOf(one))
    this.#parts.notices.say(m.plan_carry_started({ case: caseTitle(one) }))
  }

  carryBy(key: string): void {
    const target = this.#target
    if (!target) return
    const columns = this.plan.columns.map(({ doctor }) => doctor)
    const beside = { ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0
    const later = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0
    const doctor = columns[columns.indexOf(target.doctor) + beside]
    if (doctor === undefined) return
    this.aim({ doctor, minutes: target.minutes + later * QUARTER_MINUTES })
    this.#parts.notices.say(this.slotText(this.#target ?? target))
  }

  putDown(): void {
    const [held, target] = [this.#held, this.#target]
    this.#letGo()
    if (held && target) this.place(held, target)
  }

  cancel(): void {
    if (this.#held) this.#parts.notices.say(m.plan_carry_cancelled())
    this.#letGo()
  }

  /** @param seen the case as it was when the user began to choose */
  place(seen: Case, { doctor, minutes }: Slot): void {
    const { board, notices, saved } = this.#parts
    const one = this.#unchanged(seen)
    if (!one) return
    if (doctor !== one.doctor.id && !saved.reachable)
      return notices.show(m.hand_over_needs_contact({ phone: board.settings.phone }))
    const start = momentOf(this.plan.day, clockAt(minutes))
    const said =
      start === one.visit.start
        ? saidDoctor(one, doctor, board)
        : m.said_schedule({
            case: caseTitle(one),
            time: clockAt(minutes),
            doctor: this.nameOf(doctor),
          })
    board.run(scheduleVisit, { case: one.id, start, doctor }, said)
  }

  clearTime(seen: Case): void {
    const one = this.#unchanged(seen)
    const said = m.said_time_removed({ case: caseTitle(seen) })
    if (one) this.#parts.board.run(planVisit, { case: one.id, start: null }, said)
  }

  /** Where a case stands, or is likely to be put. */
  slotOf(one: Case): Slot {
    const placed = this.plan.columns
      .flatMap(({ visits }) => visits)
      .find((visit) => visit.case.id === one.id)
    const now = minutesOf(clockOf(this.#parts.now.minute))
    const next = Math.ceil(now / QUARTER_MINUTES) * QUARTER_MINUTES
    return { doctor: one.doctor.id, minutes: this.#within(placed?.from ?? next) }
  }

  nameOf(doctor: UserId | null): string {
    if (doctor === null) return m.plan_no_doctor()
    return this.#parts.board.people.get(doctor)?.name ?? m.person_unknown()
  }

  slotText({ doctor, minutes }: Slot): string {
    return m.plan_here({ time: clockAt(minutes), doctor: this.nameOf(doctor) })
  }

  destroy(): void {
    this.#letGo()
  }

  /** The case as it is now; null, and said, where somebody else has changed its visit meanwhile. */
  #unchanged(seen: Case): Case | null {
    const { board, notices } = this.#parts
    const one = board.case(seen.id)
    const isSame =
      one !== null &&
      isOpen(one) &&
      one.visit.at === seen.visit.at &&
      one.doctor.at === seen.doctor.at &&
      one.visitStatus.at === seen.visitStatus.at
    if (!isSame) notices.show(m.plan_overtaken({ case: caseTitle(seen) }))
    return isSame ? one : null
  }

  /** What lies outside the day's hours is moved into them. */
  #within(minutes: number): number {
    const { opens, closes } = this.plan
    return Math.max(opens, Math.min(minutes, closes - VISIT_MINUTES))
  }

  #letGo(): void {
    if (this.#held) this.#parts.presence.hold(null)
    this.#still = null
    this.#held = null
    this.#target = null
    this.#isCarried = false
  }
}

const isOpen = ({ closed }: Case): boolean => closed.how === null

export const [getPlanDesk, setPlanDesk] = createContext<PlanDesk>()
