import type { Page } from 'playwright'
import { caseId, userId, type CaseId } from '../../../shared/ids.ts'
import { rank } from '../../../shared/rank.ts'
import { expect } from './expect.ts'
import type { HeldNetwork } from './held-network.ts'

const FIRST = rank.parse('a0')

/** Which cases the cards with these titles are, on a page that shows the board. */
export async function casesOn(page: Page, titles: readonly string[]): Promise<CaseId[]> {
  const addresses = titles.map((name) =>
    page.getByRole('link', { name, exact: true }).getAttribute('href'),
  )
  return (await Promise.all(addresses)).map((address) =>
    caseId.parse(new URL(address ?? '', page.url()).searchParams.get('case')),
  )
}

/** Has the server say that moves of these cases lost against Amina's. */
export async function setBack(
  page: Page,
  network: HeldNetwork,
  cases: readonly CaseId[],
): Promise<void> {
  const now = Date.now()
  const decided = (lane: string, at: number) => ({ value: { lane, rank: FIRST, at }, at })
  for (const one of cases)
    network.tell({
      type: 'ruling',
      kind: 'superseded',
      because: 'newer',
      case: one,
      part: 'place',
      kept: { ...decided('followup', now), by: userId.parse('amina') },
      yours: decided('acute', now - 600_000),
    })
  const list = page.getByRole('region', { name: 'Ändringar som inte används' })
  await expect(list.getByRole('listitem')).toHaveCount(cases.length)
}
