import type { UserId } from '../../shared/ids.ts'
import type { AlertChange } from '../store/update-log.ts'

export type Ways = {
  /** Says at people's open pages that there is something to ask for. */
  readonly ring: (people: readonly UserId[]) => void
  /** Wakes a person's devices for so many new acute cases. */
  readonly wake: (person: UserId, count: number) => void
}

/** Tells of alerts that are on disk: pages of each step, devices only when a doctor is called. */
export const tellAlerts =
  ({ ring, wake }: Ways) =>
  (changes: readonly AlertChange[]): void => {
    ring(changes.flatMap(({ to }) => to))
    const calls = changes.filter(({ ended, step }) => ended === null && CALLING.has(step))
    for (const [person, ofTheirs] of Map.groupBy(
      calls.flatMap(({ to }) => to),
      (id) => id,
    ))
      wake(person, ofTheirs.length)
  }

const CALLING: ReadonlySet<AlertChange['step']> = new Set(['raised', 'again'])
