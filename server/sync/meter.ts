/** Where the sync server's figures go. */
export interface SyncMeter {
  /** One transaction took so long. */
  committed(ms: number): void
  commitFailed(): void
  /** From a change's admission until it was on disk and sent on. */
  acknowledged(ms: number): void
  socketClosed(code: number): void
}

export const noMeter: SyncMeter = {
  committed: () => {},
  commitFailed: () => {},
  acknowledged: () => {},
  socketClosed: () => {},
}
