import { equalityDeep } from 'lib0/function.js'
import type { BoardSettings } from '../../shared/board.ts'
import {
  caseFields,
  isFieldName,
  task,
  type CaseFields,
  type FieldName,
} from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { UserId } from '../../shared/ids.ts'
import { withNames } from '../../shared/mentions.ts'
import type { Person } from '../../shared/person.ts'
import { decimalText } from './format.ts'
import { pastText } from './moment-text.ts'
import { m } from './paraglide/messages.js'
import {
  consentWords,
  handoverWayWords,
  laneName,
  missionWords,
  outcomeWords,
  priorityWords,
  receiverWords,
  visitWords,
} from './words.ts'

/** What a value's words depend on besides the value. */
export type Surroundings = {
  readonly people: ReadonlyMap<UserId, Person>
  readonly settings: BoardSettings
  readonly now: Timestamp
  /** How what people wrote stands out among other words. */
  readonly quote: (text: string) => string
}

/**
 * What a part was set to, in one line: of a value with several things in it, those that differ
 * from another value of the same part. Empty where there is nothing to say.
 * @param part as rulings call it: a field's name, `tasks.<id>`, `sbar.<part>`, `comments`
 */
export function valueText(part: string, value: unknown, other: unknown, around: Surroundings) {
  if (part.startsWith('tasks.')) return taskText(value, around)
  if (typeof value === 'string')
    return quoted(part === 'comments' ? withNames(value, around.people) : value, around)
  return isFieldName(part) ? fieldText(part, value, other, around) : ''
}

function fieldText(field: FieldName, value: unknown, other: unknown, around: Surroundings): string {
  const parsed = caseFields[field].safeParse(value).data as Parts | undefined
  if (parsed === undefined) return ''
  const before = Object(other) as Parts
  const texts = Object.entries(TEXTS[field]) as [string, Text<unknown>][]
  const differing = texts.filter(([key]) => !equalityDeep(parsed[key], before[key]))
  return (differing.length > 0 ? differing : texts)
    .map(([key, text]) => text(parsed[key], around))
    .filter(Boolean)
    .join(', ')
}

type Parts = Readonly<Record<string, unknown>>

function taskText(value: unknown, around: Surroundings): string {
  const one = task.safeParse(value).data
  if (!one) return ''
  const state = one.done === null ? m.value_not_done() : m.value_done()
  return `${quoted(one.text, around)}, ${one.removed ? m.value_removed() : state}`
}

type Text<V> = (value: V, around: Surroundings) => string

const quoted: Text<string> = (text, { quote }) =>
  text.trim() === '' ? m.value_empty() : quote(text.trim())
const added: Text<string> = (text, around) => (text.trim() === '' ? '' : quoted(text, around))
const person =
  (nobody: () => string): Text<UserId | null> =>
  (id, { people }) =>
    id === null ? nobody() : (people.get(id)?.name ?? m.person_unknown())
const moment =
  (none: () => string): Text<Timestamp | null> =>
  (time, { now }) =>
    time === null ? none() : pastText(time, now)
const tick =
  (ticked: () => string, not: () => string): Text<UserId | null> =>
  (by) =>
    by === null ? not() : ticked()
const measured =
  (sign: () => string): Text<string | number | null> =>
  (value) =>
    value === null ? '' : `${sign()} ${decimalText(value)}`

/** What is worth saying of each field, in the order of saying it. */
const TEXTS: {
  readonly [F in FieldName]: { readonly [K in keyof CaseFields[F]]?: Text<CaseFields[F][K]> }
} = {
  place: { lane: (lane, { settings }) => laneName(lane, settings) },
  priority: { level: (level) => priorityWords[level]() },
  patient: {
    label: quoted,
    birthYear: (year) => (year === null ? '' : String(year)),
    area: added,
    protected: (is) => (is ? m.card_protected() : ''),
  },
  reason: { text: quoted },
  mission: { id: (id) => (id === null ? m.case_mission_none() : missionWords[id]()) },
  request: { since: added, wanted: added, meets: added, healthCentre: added },
  nurse: { id: person(m.person_no_nurse) },
  doctor: { id: person(m.person_no_doctor) },
  visit: {
    start: moment(m.visit_no_time),
    joint: (joint) => (joint ? m.card_joint() : ''),
    crew: (crew, { people }) => crew.map((id) => people.get(id)?.initials ?? '?').join(' '),
  },
  visitStatus: { status: (status) => visitWords[status]() },
  followUp: { due: moment(m.follow_up_none), check: added, callIf: added },
  handover: { to: (to) => (to === null ? '' : receiverWords[to]()), words: added },
  handedOver: {
    to: (to) => (to === null ? '' : receiverWords[to]()),
    how: (how) => (how === null ? '' : handoverWayWords[how]()),
    told: added,
    backAt: (time) => (time === null ? '' : m.handover_back()),
    lookedAt: (time) => (time === null ? '' : m.handover_look()),
  },
  seen: { by: tick(m.action_seen, m.card_unseen) },
  consent: { state: (state) => consentWords[state]() },
  documentedRegion: { by: tick(m.documented, m.documented_waits) },
  documentedMunicipality: { by: tick(m.documented, m.documented_waits) },
  outcome: { value: (value) => (value === null ? m.value_empty() : outcomeWords[value]()) },
  handback: {
    summary: added,
    receivedAt: (time) => (time === null ? '' : m.handback_receive()),
  },
  closed: {
    how: (how) =>
      ({ closed: m.value_closed, voided: m.card_voided, open: m.value_open })[how ?? 'open'](),
    reason: added,
  },
  vitals: {
    rr: measured(m.vital_rr),
    spo2: measured(m.vital_spo2),
    pulse: measured(m.vital_pulse),
    bloodPressure: measured(m.vital_blood_pressure),
    temperature: measured(m.vital_temperature),
    news2: measured(m.vital_news2),
  },
}
