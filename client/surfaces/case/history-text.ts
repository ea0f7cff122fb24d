import { readValue } from '../../../shared/board-document.ts'
import { isFieldName, task, type FieldName } from '../../../shared/case.ts'
import { EMPTY_FIELDS } from '../../../shared/empty-case.ts'
import type { HistoryLine } from '../../../shared/history.ts'
import type { UserId } from '../../../shared/ids.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { partName } from '../../i18n/part-words.ts'
import { valueText, type Surroundings } from '../../i18n/value-text.ts'
import { consentWords, laneName, outcomeWords, visitWords } from '../../i18n/words.ts'

type Change = { readonly object: string | null; readonly from: unknown; readonly to: unknown }
type Line = Change & Pick<HistoryLine, 'action' | 'reason'>

/** What somebody did, after their name; `mark` says what became of it when it does not stand. */
export type Told = { readonly text: string; readonly mark: string | null }

export function historyText(line: Line, around: Surroundings): Told {
  switch (line.action) {
    case 'case-created':
      return { text: m.history_created(), mark: null }
    case 'case-changed':
      return { text: changeText(line, around), mark: null }
    case 'change-superseded':
      return { text: triedText(line, around), mark: supersededText(line.reason) }
    case 'change-refused':
      return { text: triedText({ ...line, to: null }, around), mark: m.history_refused() }
  }
}

function changeText(change: Change, around: Surroundings): string {
  const part = change.object ?? ''
  if (Object.hasOwn(SPECIAL, part)) return SPECIAL[part as keyof typeof SPECIAL](change, around)
  if (part === 'comments') return m.history_commented()
  if (part.startsWith('tasks.')) return taskText(change, around)
  return plainText(change, around)
}

/** "Ändrade prioritet från Idag till Akut", as much of it as there is to say. */
function plainText({ object, from, to }: Change, around: Surroundings): string {
  const part = object ?? ''
  const what = nameOf(part)
  const now = valueText(part, to, from, around)
  const before = valueText(part, from, to, around)
  if (now === '') return m.history_changed({ what })
  if (['', now, emptyText(part, to, around)].includes(before))
    return m.history_set({ what, to: now })
  return m.history_changed_from({ what, from: before, to: now })
}

function triedText(change: Change, around: Surroundings): string {
  const part = change.object ?? ''
  const to = valueText(part, change.to, change.from, around)
  if (part === 'place' && to !== '') return m.history_wanted_move({ lane: to })
  const what = nameOf(part)
  return to === '' ? m.history_wanted_change({ what }) : m.history_wanted({ what, to })
}

function supersededText(reason: string): string {
  if (reason === 'newer') return m.history_superseded_newer()
  return reason === 'closed' ? m.history_superseded_closed() : m.history_superseded()
}

/** What has words of its own, as people say it. */
const SPECIAL = {
  place({ from, to }, { settings }) {
    const left = laneName(readValue('place', from).lane, settings)
    const lane = laneName(readValue('place', to).lane, settings)
    return left === lane
      ? m.history_moved_within({ lane })
      : m.history_moved({ from: left, to: lane })
  },
  doctor(change, around) {
    const [from, to] = [change.from, change.to].map((value) => readValue('doctor', value).id)
    if (!from || !to) return plainText(change, around)
    const nameOf = (id: UserId) => around.people.get(id)?.name ?? m.person_unknown()
    return m.history_handed_over({ from: nameOf(from), to: nameOf(to) })
  },
  consent: ({ to }) =>
    m.history_consent({ consent: consentWords[readValue('consent', to).state]() }),
  seen: ({ to }) => (readValue('seen', to).by === null ? m.history_not_seen() : m.history_seen()),
  documentedRegion: ({ to }) =>
    readValue('documentedRegion', to).by === null
      ? m.history_not_documented_region()
      : m.history_documented_region(),
  documentedMunicipality: ({ to }) =>
    readValue('documentedMunicipality', to).by === null
      ? m.history_not_documented_municipality()
      : m.history_documented_municipality(),
  visitStatus: ({ to }) =>
    m.history_visit({ step: visitWords[readValue('visitStatus', to).status]() }),
  vitals: (change, around) =>
    m.history_vitals({ values: valueText('vitals', change.to, change.from, around) }),
  handback(change, around) {
    const [before, now] = [readValue('handback', change.from), readValue('handback', change.to)]
    if (now.receivedAt !== before.receivedAt && now.receivedAt !== null)
      return m.history_acknowledged()
    return now.sentAt !== before.sentAt && now.sentAt !== null
      ? m.history_handed_back()
      : plainText(change, around)
  },
  outcome({ to }) {
    const { value } = readValue('outcome', to)
    return value === null
      ? m.history_no_outcome()
      : m.history_outcome({ outcome: outcomeWords[value]() })
  },
  closed({ to }) {
    const { how, reason } = readValue('closed', to)
    if (how === null) return m.history_reopened()
    return how === 'voided' ? m.history_voided({ reason }) : m.history_closed()
  },
} as const satisfies Partial<Record<FieldName, (change: Change, around: Surroundings) => string>>

function taskText({ from, to }: Change, { quote }: Surroundings): string {
  const [before, now] = [from, to].map((value) => task.safeParse(value).data)
  const what = quote(now?.text ?? before?.text ?? '')
  if (now === undefined || now.removed) return m.history_task_removed({ what })
  if (before === undefined || before.removed) return m.history_task_added({ what })
  if (before.done === null && now.done !== null) return m.history_task_done({ what })
  if (before.done !== null && now.done === null) return m.history_task_not_done({ what })
  return m.history_task_changed({ what })
}

/** What a field is said to be while nobody has set it; a priority always is one. */
const emptyText = (part: string, other: unknown, around: Surroundings): string =>
  isFieldName(part) && part !== 'priority' ? valueText(part, EMPTY_FIELDS[part], other, around) : ''

/** A part's name in the middle of a sentence. */
function nameOf(part: string): string {
  const name = partName(part) ?? m.history_case()
  return NAMES.has(part) ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1)
}

/** "PAS" and "Sedd" are written so. */
const NAMES = new Set<string>(['nurse', 'seen'] satisfies FieldName[])
