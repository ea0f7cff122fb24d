import type { dialogs } from './dialogs.ts'

/** What can stand open over the board, one at a time, besides a case. */
export type Above = 'new' | keyof typeof dialogs
