import type { Lane } from '../../../../shared/lane.ts'

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
