import { SBAR_PARTS, type Priority, type Sbar } from '../../shared/case.ts'
import type { UserId } from '../../shared/ids.ts'
import type { PatientId } from '../../shared/ids.ts'
import type { Mission } from '../../shared/mission.ts'
import type { PatientBrief } from '../../shared/patient.ts'
import type { PatientDraft } from './patient-draft.svelte.ts'

const noSbar = () =>
  Object.fromEntries(SBAR_PARTS.map((part) => [part, ''])) as Record<keyof Sbar, string>

export type Chosen = {
  readonly id: PatientId
  /** Masked; null when there is none, or none to show. */
  readonly number: string | null
}

/** A care request that is being written. */
export class RequestDraft {
  label = $state('')
  /** The patient of the register whom somebody chose. */
  chosen = $state.raw<Chosen | null>(null)
  /** A new patient of the register, while their fields are open. */
  enrolling = $state.raw<PatientDraft | null>(null)
  birthYear = $state('')
  area = $state('')
  protected = $state(false)
  reason = $state('')
  /** Null until a person has chosen. */
  priority = $state<Priority | null>(null)
  since = $state('')
  wanted = $state('')
  meets = $state('')
  healthCentre = $state('')
  mission = $state<Mission | null>(null)
  /** Unset until somebody chooses: then it is whoever asks, if that is a nurse. */
  nurse = $state<UserId | null | undefined>(undefined)
  sbar = $state(noSbar())

  get isEmpty(): boolean {
    const words = [this.label, this.birthYear, this.area, this.reason, this.since, this.wanted]
    const more = [this.meets, this.healthCentre, ...Object.values(this.sbar)]
    const isBlank = [...words, ...more].every((text) => text.trim() === '')
    return isBlank && this.priority === null && (this.enrolling?.isEmpty ?? true)
  }

  /** Fills in what the register has of a patient. */
  choose(patient: PatientBrief, label: string, number: string | null): void {
    this.leave()
    const { id, birthYear, area, healthCentre } = patient
    this.chosen = { id, number }
    this.label = label
    this.birthYear = birthYear === null ? '' : String(birthYear)
    this.area = area
    this.healthCentre = healthCentre
    this.protected = patient.protected
    this.enrolling = null
  }

  /** What came with the chosen patient goes with them: it must not reach another. */
  leave(): void {
    if (this.chosen === null) return
    this.chosen = null
    this.birthYear = this.area = this.healthCentre = ''
    this.protected = false
  }

  clear(): void {
    this.chosen = this.enrolling = null
    this.label = this.birthYear = this.area = this.reason = ''
    this.since = this.wanted = this.meets = this.healthCentre = ''
    this.protected = false
    this.priority = this.mission = null
    this.nurse = undefined
    this.sbar = noSbar()
  }
}
