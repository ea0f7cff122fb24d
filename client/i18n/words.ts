import type { BoardSettings } from '../../shared/board.ts'
import type {
  Consent,
  HandoverWay,
  OutcomeName,
  Priority,
  Receiver,
  SbarPart,
  VisitStatus,
} from '../../shared/case.ts'
import type { Lane } from '../../shared/lane.ts'
import type { Mission } from '../../shared/mission.ts'
import type { Refusal } from '../../shared/outcome.ts'
import type { Role } from '../../shared/person.ts'
import { m } from './paraglide/messages.js'

/** The words for the domain's own names, in the language of the moment: call to read. */
export type Words<T extends string> = Readonly<Record<T, () => string>>

const laneWords: Words<Lane> = {
  incoming: m.lane_incoming,
  acute: m.lane_acute,
  today: m.lane_today,
  followup: m.lane_followup,
  handback: m.lane_handback,
  done: m.lane_done,
}

/** A lane's name: the board's own if it has one. */
export const laneName = (lane: Lane, { labels }: Pick<BoardSettings, 'labels'>): string =>
  labels[lane] ?? laneWords[lane]()

export const priorityWords: Words<Priority> = {
  acute: m.priority_acute,
  today: m.priority_today,
  within48h: m.priority_within48h,
  planned: m.priority_planned,
}

export const roleWords: Words<Role> = {
  nurse: m.role_nurse,
  doctor: m.role_doctor,
  manager: m.role_manager,
  observer: m.role_observer,
}

export const visitWords: Words<VisitStatus> = {
  none: m.visit_none,
  planned: m.visit_planned,
  underway: m.visit_underway,
  arrived: m.visit_arrived,
  finished: m.visit_finished,
}

export const outcomeWords: Words<OutcomeName> = {
  'hospital-avoided': m.outcome_hospital_avoided,
  'health-centre-avoided': m.outcome_health_centre_avoided,
  neither: m.outcome_neither,
  'sent-in': m.outcome_sent_in,
}

export const consentWords: Words<Consent> = {
  unknown: m.consent_unknown,
  given: m.consent_given,
  'other-basis': m.consent_other_basis,
  missing: m.consent_missing,
  blocked: m.consent_blocked,
}

export const receiverWords: Words<Receiver> = {
  evening: m.receiver_evening,
  car: m.receiver_car,
}

export const handoverWayWords: Words<HandoverWay> = {
  phoned: m.handover_way_phoned,
  printed: m.handover_way_printed,
  'other-system': m.handover_way_other,
}

export const missionWords: Words<Mission> = {
  'basic-home-care': m.mission_basic_home_care,
  'basic-home-care-out-of-hours': m.mission_basic_home_care_out_of_hours,
  'advanced-home-care': m.mission_advanced_home_care,
  'care-home-doctor': m.mission_care_home_doctor,
  'psychiatry-at-home': m.mission_psychiatry_at_home,
  'rehabilitation-at-home': m.mission_rehabilitation_at_home,
  'on-call-car': m.mission_on_call_car,
  'supported-discharge': m.mission_supported_discharge,
  'hospital-at-home': m.mission_hospital_at_home,
}

export const sbarWords: Words<SbarPart> = {
  situation: m.sbar_situation,
  background: m.sbar_background,
  assessment: m.sbar_assessment,
  recommendation: m.sbar_recommendation,
}

/** The letter that stands for each part; the same in both languages. */
export const sbarLetters: Readonly<Record<SbarPart, string>> = {
  situation: 'S',
  background: 'B',
  assessment: 'A',
  recommendation: 'R',
}

export const refusalWords: Words<Refusal> = {
  'case-not-found': m.refusal_case_not_found,
  'case-closed': m.refusal_case_closed,
  'case-not-closed': m.refusal_case_not_closed,
  'task-not-found': m.refusal_task_not_found,
  'not-allowed': m.refusal_not_allowed,
  'invalid-value': m.refusal_invalid_value,
  'nothing-changed': m.refusal_nothing_changed,
  'outcome-missing': m.refusal_outcome_missing,
  'receipt-missing': m.refusal_receipt_missing,
  'handback-not-sent': m.refusal_handback_not_sent,
  'close-needs-outcome': m.refusal_close_needs_outcome,
  'changed-since': m.refusal_changed_since,
  'board-full': m.refusal_board_full,
  'case-full': m.refusal_case_full,
}
