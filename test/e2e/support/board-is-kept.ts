import type { Page } from 'playwright'
import { expect } from './expect.ts'
import { loot } from './loot.ts'
import { appIsKept } from './second-build.ts'

/** Resolves when a page could be started without its server. */
export async function boardIsKept(page: Page): Promise<void> {
  await appIsKept(page)
  await expect.poll(() => loot(page)).toMatch(/copies: \{/)
}
