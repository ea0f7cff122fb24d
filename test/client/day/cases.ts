import { EMPTY_FIELDS } from '../../../shared/empty-case.ts'
import type { Case, CaseFields, Priority, VisitStatus } from '../../../shared/case.ts'
import { newCaseId, type UserId } from '../../../shared/ids.ts'
import type { Lane } from '../../../shared/lane.ts'
import type { Person } from '../../../shared/person.ts'
import { aPerson } from '../../support/person.ts'

/** Tuesday 10 March 2026, 10:19 in Stockholm. */
export const NOW = Date.parse('2026-03-10T10:19:00+01:00')
export const DAY = 86_400_000
/** "10:30" on that day. */
export const today = (clock: string): number => Date.parse(`2026-03-10T${clock}:00+01:00`)

export const sara = aPerson('sara', 'doctor', 'Sara Lindgren')
export const jonas = aPerson('jonas', 'doctor', 'Jonas Ekberg')
export const karin = aPerson('karin', 'nurse', 'Karin Lindqvist')
export const maria = aPerson('maria', 'manager', 'Maria Nordin')
export const people: ReadonlyMap<UserId, Person> = new Map(
  [sara, jonas, karin, maria].map((one) => [one.id, one]),
)

/** A case in the few words that a person's day depends on. */
export type Facts = {
  label?: string
  area?: string
  lane?: Lane
  priority?: Priority
  nurse?: Person
  doctor?: Person
  /** When the doctor took it. */
  takenAt?: number
  crew?: Person[]
  joint?: boolean
  start?: number
  status?: VisitStatus
  underway?: number
  arrived?: number
  finished?: number
  seenAt?: number
  createdAt?: number
  closed?: NonNullable<CaseFields['closed']['how']>
  region?: number
  municipality?: number
  protected?: boolean
  /** Back from the night, and not looked at. */
  back?: boolean
}

export function caseWith(facts: Facts = {}): Case {
  const tick = (at: number | undefined, by: Person) =>
    at === undefined ? { by: null, at: 0 } : { by: by.id, at }
  const createdAt = facts.createdAt ?? today('07:00')
  return {
    ...EMPTY_FIELDS,
    id: newCaseId(),
    lane: facts.closed ? 'done' : (facts.lane ?? 'today'),
    priority: { level: facts.priority ?? 'today', by: null, at: 0 },
    patient: {
      ...EMPTY_FIELDS.patient,
      label: facts.label ?? 'Anna A.',
      area: facts.area ?? '',
      protected: facts.protected ?? false,
    },
    nurse: { id: facts.nurse?.id ?? null, at: 0 },
    doctor: { id: facts.doctor?.id ?? null, at: facts.takenAt ?? today('08:00') },
    visit: {
      start: facts.start ?? null,
      joint: facts.joint ?? false,
      crew: facts.crew?.map((one) => one.id) ?? [],
      at: 0,
    },
    visitStatus: {
      status: facts.status ?? 'none',
      underway: facts.underway ?? null,
      arrived: facts.arrived ?? null,
      finished: facts.finished ?? null,
      by: null,
      at: 0,
    },
    handedOver: facts.back
      ? { ...EMPTY_FIELDS.handedOver, sentAt: today('07:00'), backAt: today('07:30') }
      : EMPTY_FIELDS.handedOver,
    seen: tick(facts.seenAt, sara),
    documentedRegion: tick(facts.region, sara),
    documentedMunicipality: tick(facts.municipality, karin),
    closed: { ...EMPTY_FIELDS.closed, how: facts.closed ?? null },
    sbar: { situation: '', background: '', assessment: '', recommendation: '' },
    tasks: [],
    comments: [],
    meta: {
      code: 'H-07',
      createdAt,
      createdBy: null,
      movedAt: createdAt,
      movedBy: null,
      touchedAt: createdAt,
      touchedBy: null,
    },
  }
}

export const labels = (cases: readonly Case[]): string[] => cases.map((one) => one.patient.label)
