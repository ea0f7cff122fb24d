import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE_MS = 30_000

/** Waits until something holds that nobody tells of; fails when it never does. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const limit = performance.now() + PATIENCE_MS
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`After 30 s it still was not so that ${what}`)
    await wait(20)
  }
}
