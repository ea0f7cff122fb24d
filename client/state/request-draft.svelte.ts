import { SBAR_PARTS, type Priority, type Sbar } from '../../shared/case.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Mission } from '../../shared/mission.ts'

const noSbar = () =>
  Object.fromEntries(SBAR_PARTS.map((part) => [part, ''])) as Record<keyof Sbar, string>

/** A care request that is being written. */
export class RequestDraft {
  label = $state('')
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
    return [...words, ...more].every((text) => text.trim() === '') && this.priority === null
  }

  clear(): void {
    this.label = this.birthYear = this.area = this.reason = ''
    this.since = this.wanted = this.meets = this.healthCentre = ''
    this.protected = false
    this.priority = this.mission = null
    this.nurse = undefined
    this.sbar = noSbar()
  }
}
