import { casesOf } from '../../../shared/board-document.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { signIn } from '../../support/session.ts'
import { joinBoard } from '../../support/stock-client.ts'

/** What no page offers: Karin, a nurse, marks cases seen, with a client of another make. */
export async function tryToSee(url: string, cases: readonly CaseId[]): Promise<void> {
  for (const id of cases) {
    using client = await joinBoard(url, await signIn(url, 'karin'), 'kungsbacka')
    const { doc, provider } = client
    const refused = new Promise((done) => provider.once('connection-close', done))
    casesOf(doc).get(id)?.set('seen', { by: 'karin', at: Date.now() })
    await refused
  }
}
