import type { BoardSettings, Callee } from '../../../../shared/board.ts'
import type { Lane } from '../../../../shared/lane.ts'
import { parseClock } from '../../../ui/parse-clock.ts'

export type PerLane<T> = Partial<Record<Lane, T>>

/** A number as it is typed; nothing is none, and what is no number is NaN. */
export function numberIn(text: string): number | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  return /^\d+$/.test(typed) ? Number(typed) : NaN
}

export const numberText = (value: number | null | undefined): string =>
  value === undefined || value === null ? '' : String(value)

/** A list as it is typed: an entry a line, each once. */
export const linesIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** With another value for one lane; nothing takes its value away. */
export function withLane<T>(all: PerLane<T>, lane: Lane, value: T | undefined): PerLane<T> {
  const entries = Object.entries({ ...all, [lane]: value })
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as PerLane<T>
}

type Hours = BoardSettings['hours']

/** "10:00–15:00"; a dash for closed, and nothing for as usual. */
export const hoursText = (hours: Hours | null | undefined): string =>
  hours === undefined ? '' : hours === null ? '–' : `${hours.opens}–${hours.closes}`

/** A day's hours as they are typed: null for closed, undefined for as usual, 'bad' for neither. */
export function hoursIn(text: string): Hours | null | undefined | 'bad' {
  const typed = text.trim()
  if (typed === '') return undefined
  if (/^[-–—]$/.test(typed)) return null
  const [opens, closes, ...more] = typed.split(/[-–—]/).map(parseClock)
  if (!opens || !closes || more.length > 0) return 'bad'
  return { opens, closes }
}

export const calleesText = (callees: readonly Callee[]): string =>
  callees.map(({ name, phone }) => `${name} ${phone}`).join('\n')

/** A name and a number with a mark between them, or with a space: then the name ends in no digit. */
const PARTED = /^(.*\S)\s*[,;:]\s*(\+?\d[\d\s-]*)$/
const UNPARTED = /^(.*?[^\d\s+-])\s+(\+?\d[\d\s-]*)$/

/** Whom to call as it is typed, a name and a number a line; null where a line is not that. */
export function calleesIn(text: string): Callee[] | null {
  const callees = linesIn(text).flatMap((line): Callee[] => {
    const [, name, phone] = PARTED.exec(line) ?? UNPARTED.exec(line) ?? []
    return name === undefined || phone === undefined ? [] : [{ name, phone }]
  })
  return callees.length === linesIn(text).length ? callees : null
}
