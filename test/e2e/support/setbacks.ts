import type { Page } from 'playwright'
import { caseId, userId } from '../../../shared/ids.ts'
import { rank } from '../../../shared/rank.ts'
import { expect } from './expect.ts'
import type { HeldNetwork } from './held-network.ts'

const FIRST = rank.parse('a0')

/** Has the server say that moves of these cases lost against Amina's; answers where that is told. */
export async function setBack(page: Page, network: HeldNetwork, titles: readonly string[]) {
  const now = Date.now()
  for (const title of titles) {
    const link = page.getByRole('link', { name: title }).first()
    const address = new URL((await link.getAttribute('href')) ?? '', page.url())
    const decided = (lane: string, at: number) => ({ value: { lane, rank: FIRST, at }, at })
    network.tell({
      type: 'ruling',
      kind: 'superseded',
      because: 'newer',
      case: caseId.parse(address.searchParams.get('case')),
      part: 'place',
      kept: { ...decided('followup', now), by: userId.parse('amina') },
      yours: decided('acute', now - 600_000),
    })
  }
  const list = page.getByRole('region', { name: 'Ändringar som inte används' })
  await expect(list.getByRole('listitem')).toHaveCount(titles.length)
  return list
}
