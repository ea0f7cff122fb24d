import { m } from '../i18n/paraglide/messages.js'
import type { Notices } from '../state/notices.svelte.ts'

/** Copies a text and says so; it may not be allowed, and over plain http there is no clipboard. */
export async function copyText(
  text: string,
  said: string,
  notices: Pick<Notices, 'show'>,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    notices.show(said)
  } catch {
    notices.show(m.copy_failed())
  }
}
