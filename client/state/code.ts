import { m } from '../i18n/paraglide/messages.js'
import type { Notices } from './notices.svelte.ts'

/** Fetches a part of the app's code. */
export type FetchCode<Part> = () => Promise<Part>

const AGAIN_MS = 3_000

/**
 * Fetches code until it has come, which a bad network may be a while about.
 * @param onmiss told when it did not come at the first attempt
 */
export async function codeOf<Part>(fetch: FetchCode<Part>, onmiss?: () => void): Promise<Part> {
  let part = await attempt(fetch)
  if (part === null) onmiss?.()
  while (part === null) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    part = await attempt(fetch)
  }
  return part
}

/** Fetches code for what was pressed; null when it did not come, which is said. */
export async function codeNow<Part>(
  fetch: FetchCode<Part>,
  notices: Notices,
): Promise<Part | null> {
  const part = await attempt(fetch)
  if (part === null) notices.show(m.code_failed())
  return part
}

const attempt = <Part>(fetch: FetchCode<Part>): Promise<Part | null> => fetch().catch(() => null)
