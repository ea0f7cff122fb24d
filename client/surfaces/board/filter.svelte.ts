import { isSeen } from '../../../shared/acute.ts'
import type { Case } from '../../../shared/case.ts'
import type { BoardState } from '../../state/board.svelte.ts'
import type { Now } from '../../state/now.svelte.ts'
import type { Route } from '../../state/route.svelte.ts'
import { isDue } from './due.ts'
import { choicesIn, NO_CHOICES, withChoices, type Choices } from './filter-address.ts'

type Parts = {
  board: Pick<BoardState, 'me' | 'people' | 'daysOff'>
  now: Pick<Now, 'minute'>
  route: Pick<Route, 'address' | 'go'>
}

/**
 * Which cases the board shows; nothing chosen shows all. What is chosen stands in the address, so
 * that it survives a reload and can be sent to a colleague. What is typed does not: a browser
 * remembers addresses, and people type names.
 */
export class BoardFilter {
  readonly #parts: Parts
  query = $state('')

  constructor(parts: Parts) {
    this.#parts = parts
  }

  readonly #words = $derived(fold(this.query).split(/\s+/u).filter(Boolean))
  readonly #choices: Choices = $derived.by(() => {
    const chosen = choicesIn(this.#parts.route.address)
    return this.#isDoctor(chosen.doctor) ? chosen : { ...chosen, doctor: null }
  })
  readonly active = $derived(
    this.#words.length > 0 || Object.values(this.#choices).some((value) => value !== null),
  )

  get choices(): Choices {
    return this.#choices
  }

  choose(chosen: Partial<Choices>): void {
    const { route } = this.#parts
    const address = withChoices(route.address, { ...this.#choices, ...chosen })
    if (address !== route.address) route.go(address)
  }

  /** The same array while nothing is filtered, so that nothing is redrawn. */
  select(cases: readonly Case[]): readonly Case[] {
    return this.active ? cases.filter((one) => this.#matches(one)) : cases
  }

  clear(): void {
    this.query = ''
    this.choose(NO_CHOICES)
  }

  #isDoctor(id: Choices['doctor']): boolean {
    return id === 'none' || (id !== null && this.#parts.board.people.get(id)?.role === 'doctor')
  }

  #matches(one: Case): boolean {
    const { nurse, doctor, patient, priority, mission } = one
    const { board, now } = this.#parts
    const { me } = board
    const chosen = this.#choices
    if (chosen.mine && nurse.id !== me.id && doctor.id !== me.id) return false
    if (chosen.unseen && (isSeen(one) || one.closed.how !== null)) return false
    if (chosen.doctor !== null && (doctor.id ?? 'none') !== chosen.doctor) return false
    if (chosen.area !== null && (patient.protected || patient.area !== chosen.area)) return false
    if (chosen.priority !== null && priority.level !== chosen.priority) return false
    if (chosen.mission !== null && mission.id !== chosen.mission) return false
    if (chosen.due !== null && !isDue(one, chosen.due, now.minute, board.daysOff)) return false
    const text = searched(one)
    return this.#words.every((word) => text.includes(word))
  }
}

/** A protected identity is found by its code only. */
const searched = ({ patient, reason, meta }: Case): string =>
  fold([meta?.code ?? '', ...(patient.protected ? [] : [patient.label, reason.text])].join(' '))

const fold = (text: string) => text.trim().toLocaleLowerCase('sv')
