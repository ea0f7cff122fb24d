import { SBAR_PARTS } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { m } from '../i18n/paraglide/messages.js'
import { partName } from '../i18n/part-words.ts'
import { valueText, type Surroundings } from '../i18n/value-text.ts'
import type { BoardState } from '../state/board.svelte.ts'
import type { Unsaved } from '../state/setbacks.svelte.ts'

type Board = Pick<BoardState, 'people' | 'settings'>

/** "Astrid D. · Kommentarer" */
export const unsavedTitle = ({ title, part }: Unsaved): string =>
  `${title} · ${(part === null ? null : partName(part)) ?? m.board_new_request()}`

/** The words themselves, as they were typed. */
export function unsavedText({ part, from, value }: Unsaved, board: Board, now: Timestamp): string {
  const { people, settings } = board
  const around: Surroundings = { people, settings, now, quote: (text) => text }
  return part === null ? requestText(value, around) : valueText(part, value, from, around)
}

/** What a new case says, a line for each part. */
function requestText(value: unknown, around: Surroundings): string {
  const one = Object(value) as Readonly<Record<string, unknown>>
  const sbar = Object(one.sbar) as Readonly<Record<string, unknown>>
  const parts: [string, unknown][] = [
    ...['patient', 'reason', 'priority', 'request'].map((part): [string, unknown] => [
      part,
      one[part],
    ]),
    ...SBAR_PARTS.map((part): [string, unknown] => [`sbar.${part}`, sbar[part] || undefined]),
  ]
  return parts
    .map(([part, value]) => ({ name: partName(part), text: valueText(part, value, null, around) }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name}: ${text}`)
    .join('\n')
}

/** Everything, to be pasted somewhere else. */
export const allUnsavedText = (all: readonly Unsaved[], board: Board, now: Timestamp): string =>
  all.map((one) => `${unsavedTitle(one)}\n${unsavedText(one, board, now)}`).join('\n\n')
