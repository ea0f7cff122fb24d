import type { CaseFields } from './case.ts'
import { FIRST_RANK } from './rank.ts'

/** What each field reads as while nobody has set it; `at` 0 is older than any decision. */
export const EMPTY_FIELDS: CaseFields = {
  place: { lane: 'incoming', rank: FIRST_RANK, at: 0 },
  priority: { level: 'planned', by: null, at: 0 },
  patient: { ref: null, label: '–', birthYear: null, area: '', protected: false, at: 0 },
  reason: { text: '', at: 0 },
  mission: { id: null, at: 0 },
  request: { since: '', wanted: '', meets: '', healthCentre: '', by: null, at: 0 },
  nurse: { id: null, at: 0 },
  doctor: { id: null, at: 0 },
  visit: { start: null, joint: false, crew: [], at: 0 },
  visitStatus: {
    status: 'none',
    underway: null,
    arrived: null,
    finished: null,
    by: null,
    at: 0,
  },
  followUp: { due: null, check: '', callIf: '', at: 0 },
  seen: { by: null, at: 0 },
  consent: { state: 'unknown', by: null, at: 0 },
  documentedRegion: { by: null, at: 0 },
  documentedMunicipality: { by: null, at: 0 },
  outcome: { value: null, by: null, at: 0 },
  handback: { summary: '', sentAt: null, sentBy: null, receivedAt: null, receivedBy: null, at: 0 },
  closed: { how: null, reason: '', by: null, at: 0 },
  vitals: {
    rr: null,
    spo2: null,
    pulse: null,
    bloodPressure: null,
    temperature: null,
    news2: null,
    takenAt: null,
    by: null,
    at: 0,
  },
}
