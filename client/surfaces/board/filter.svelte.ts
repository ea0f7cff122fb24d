import type { Case, Priority } from '../../../shared/case.ts'
import type { UserId } from '../../../shared/ids.ts'

/** Which cases the board shows; nothing chosen shows all. */
export class BoardFilter {
  readonly #me: UserId
  query = $state('')
  mine = $state(false)
  /** 'none' is cases without a doctor. */
  doctor = $state<UserId | 'none' | null>(null)
  area = $state<string | null>(null)
  priority = $state<Priority | null>(null)

  constructor(me: UserId) {
    this.#me = me
  }

  readonly #words = $derived(fold(this.query))
  readonly active = $derived(
    this.#words !== '' ||
      this.mine ||
      this.doctor !== null ||
      this.area !== null ||
      this.priority !== null,
  )

  /** The same array while nothing is filtered, so that nothing is redrawn. */
  select(cases: readonly Case[]): readonly Case[] {
    return this.active ? cases.filter((one) => this.#matches(one)) : cases
  }

  clear(): void {
    this.query = ''
    this.mine = false
    this.doctor = null
    this.area = null
    this.priority = null
  }

  #matches(one: Case): boolean {
    const { nurse, doctor, patient, priority } = one
    if (this.mine && nurse.id !== this.#me && doctor.id !== this.#me) return false
    if (this.doctor !== null && (doctor.id ?? 'none') !== this.doctor) return false
    if (this.area !== null && (patient.protected || patient.area !== this.area)) return false
    if (this.priority !== null && priority.level !== this.priority) return false
    return this.#words === '' || searched(one).includes(this.#words)
  }
}

/** A protected identity is found by its code only. */
const searched = ({ patient, meta }: Case): string =>
  fold(`${patient.protected ? '' : patient.label} ${meta?.code ?? ''}`)

const fold = (text: string) => text.trim().toLocaleLowerCase('sv')
