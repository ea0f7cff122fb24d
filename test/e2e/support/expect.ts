import { expect as patient } from 'playwright/test'

/** Waits for what a page should come to show; long enough for a machine that does much else. */
export const expect = patient.configure({ timeout: 30_000 })
