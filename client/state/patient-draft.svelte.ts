import { parseIdentityNumber, type IdentityNumber } from '../../shared/identity-number.ts'
import {
  enrolment,
  patientDetails,
  type Enrolment,
  type PatientDetails,
  type PatientRecord,
  type PracticalNote,
  type Provider,
  type Relative,
} from '../../shared/patient.ts'

/** A patient's fields as somebody types them: a new one's, or those of a record that is changed. */
export class PatientDraft {
  number = $state('')
  givenName = $state('')
  familyName = $state('')
  birthDate = $state('')
  street = $state('')
  area = $state('')
  phone = $state('')
  healthCentre = $state('')
  provider = $state<Provider>('municipality')
  protected = $state(false)
  relatives = $state<Relative[]>([])
  notes = $state<PracticalNote[]>([])
  from = $state('')
  until = $state('')
  readonly #today: string

  constructor(today: string, record: PatientRecord | null = null) {
    this.#today = this.from = today
    if (record === null) return
    const { birthDate, relatives, notes, ...plain } = record.details
    Object.assign(this, plain)
    this.birthDate = birthDate ?? ''
    this.relatives = relatives.map((one) => ({ ...one }))
    this.notes = notes.map((one) => ({ ...one }))
    this.from = record.enrolment.from
    this.until = record.enrolment.until ?? ''
  }

  /** The number as it is understood; null while there is none. */
  get read(): IdentityNumber | null {
    return parseIdentityNumber(this.number, this.#today)
  }

  get isEmpty(): boolean {
    const words = [this.number, this.givenName, this.familyName, this.street, this.phone]
    return words.every((text) => text.trim() === '')
  }

  /** All that stands in the fields, to be compared. */
  get typed(): string {
    const { number, givenName, familyName, birthDate, street, area, phone, healthCentre } = this
    const { provider, protected: hidden, relatives, notes, from, until } = this
    const plain = [number, givenName, familyName, birthDate, street, area, phone, healthCentre]
    return JSON.stringify([plain, provider, hidden, relatives, notes, from, until])
  }

  /** Null when a field has a value that cannot be. */
  get details(): PatientDetails | null {
    const { givenName, familyName, street, area, phone, healthCentre, provider } = this
    const birthDate = this.read?.birthDate ?? (this.birthDate || null)
    const named = this.relatives.filter(({ name }) => name.trim() !== '')
    const plain = { givenName, familyName, street, area, phone, healthCentre, provider }
    const more = { relatives: named, notes: this.notes, protected: this.protected }
    return patientDetails.safeParse({ ...plain, ...more, birthDate }).data ?? null
  }

  get enrolment(): Enrolment | null {
    return enrolment.safeParse({ from: this.from, until: this.until || null }).data ?? null
  }
}
