import type { CopiedPart } from '../../../shared/api.ts'
import type { BoardId, CaseId } from '../../../shared/ids.ts'
import type { Api } from '../../net/api.ts'
import type { Notices } from '../../state/notices.svelte.ts'
import { copyLogged } from './copy-logged.ts'

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

/** Copies words of a case to paste them elsewhere. */
export async function copyCase({ api, notices }: CopyParts, copy: Copy): Promise<void> {
  const logged = api
    .noteCopy(copy.board, copy.case, copy.what)
    .then((answer) => (answer.ok ? { ...answer, value: copy.text } : answer))
  await copyLogged(logged, copy.said, notices)
}
