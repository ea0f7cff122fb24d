import type { Locator } from 'playwright'

/** What somebody works with. */
export const HANDS = ['mouse', 'touch', 'keyboard'] as const
export type Hand = (typeof HANDS)[number]

/** Presses a button, a link or a tick once, as that hand does. */
export async function press(hand: Hand, target: Locator): Promise<void> {
  if (hand === 'mouse') return await target.click()
  if (hand === 'touch') return await target.tap()
  await target.focus()
  const isTick = (await target.getAttribute('type')) === 'checkbox'
  await target.press(isTick ? 'Space' : 'Enter')
}
