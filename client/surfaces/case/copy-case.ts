import type { CopiedPart } from '../../../shared/api.ts'
import type { BoardId, CaseId } from '../../../shared/ids.ts'
import { failureWords } from '../../i18n/failure-words.ts'
import { m } from '../../i18n/paraglide/messages.js'
import type { Api } from '../../net/api.ts'
import type { Notices } from '../../state/notices.svelte.ts'

export type CopyParts = {
  readonly api: Pick<Api, 'noteCopy'>
  readonly notices: Pick<Notices, 'show'>
}
export type Copy = {
  readonly board: BoardId
  readonly case: CaseId
  readonly what: CopiedPart
  readonly text: string
  /** What is said when it is done. */
  readonly said: string
}

/**
 * Copies words of a case to paste them elsewhere. The log has it first, so without the server
 * nothing is copied. The clipboard is asked at once and given the text when it may have it: some
 * browsers have forgotten the tap by then.
 */
export async function copyCase({ api, notices }: CopyParts, copy: Copy): Promise<void> {
  const noted = api.noteCopy(copy.board, copy.case, copy.what)
  const text = noted.then((answer) => {
    if (!answer.ok) throw new Error(answer.failure)
    return new Blob([copy.text], { type: 'text/plain' })
  })
  text.catch(() => undefined) // told below, also where there is no clipboard to take it
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
    notices.show(copy.said)
  } catch {
    const answer = await noted
    notices.show(
      answer.ok ? m.copy_failed() : m.copy_not_logged({ why: failureWords[answer.failure]() }),
    )
  }
}
