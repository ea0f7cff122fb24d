import type { Locator } from 'playwright'

/** Presses a key until what it leads to has the focus. */
export async function pressUntil(key: string, wanted: Locator): Promise<void> {
  const focused = wanted.and(wanted.page().locator(':focus'))
  for (let presses = 0; (await focused.count()) === 0; presses++) {
    if (presses > 60) throw new Error(`${key} does not lead there`)
    await wanted.page().keyboard.press(key)
  }
}
