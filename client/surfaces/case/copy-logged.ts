import { failureWords } from '../../i18n/failure-words.ts'
import { m } from '../../i18n/paraglide/messages.js'
import type { Answer } from '../../net/requests.ts'
import type { Notices } from '../../state/notices.svelte.ts'

/**
 * Copies a text that the server has to hear of first: without its answer nothing is copied. The
 * clipboard is asked at once and given the text when it may have it: some browsers have forgotten
 * the tap by then.
 * @param said what is said when it is done
 */
export async function copyLogged(
  logged: Promise<Answer<string>>,
  said: string,
  notices: Pick<Notices, 'show'>,
): Promise<void> {
  const text = logged.then((answer) => {
    if (!answer.ok) throw new Error(answer.failure)
    return new Blob([answer.value], { type: 'text/plain' })
  })
  text.catch(() => undefined) // told below, also where there is no clipboard to take it
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
    notices.show(said)
  } catch {
    const answer = await logged
    notices.show(
      answer.ok ? m.copy_failed() : m.copy_not_logged({ why: failureWords[answer.failure]() }),
    )
  }
}
