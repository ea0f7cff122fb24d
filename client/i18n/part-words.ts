import type { Part } from '../../shared/access.ts'
import { isSbarPart } from '../../shared/case.ts'
import { m } from './paraglide/messages.js'
import { sbarWords, type Words } from './words.ts'

/** What each part that is written as a whole is called where it is shown. */
export const partWords: Words<Part> = {
  place: m.part_place,
  priority: m.case_priority,
  patient: m.case_label,
  reason: m.case_reason,
  mission: m.case_mission,
  request: m.request,
  nurse: m.case_nurse,
  doctor: m.case_doctor,
  visit: m.visit_plan,
  visitStatus: m.visit_steps,
  followUp: m.follow_up,
  handover: m.handover,
  handedOver: m.handed_over,
  seen: m.action_seen,
  consent: m.case_consent,
  documentedRegion: m.documented_region,
  documentedMunicipality: m.documented_municipality,
  outcome: m.outcome,
  handback: m.handback,
  closed: m.part_closed,
  vitals: m.vitals,
  sbar: () => 'SBAR',
  tasks: m.tasks,
  comments: m.comments,
  settings: m.part_settings,
}

/** The same by the name that rulings give it, as in `sbar.background`; null for none of ours. */
export function partName(part: string): string | null {
  const [name = '', nested = ''] = part.split('.')
  if (name === 'sbar' && isSbarPart(nested)) return sbarWords[nested]()
  return isPart(name) ? partWords[name]() : null
}

const isPart = (name: string): name is Part => Object.hasOwn(partWords, name)
