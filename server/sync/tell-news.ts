import type { Refresh } from './mirror.ts'
import type { News } from './news.ts'
import type { Room } from './room.ts'
import type { SyncParts } from './sync-parts.ts'

type Ears = Pick<SyncParts, 'onAlerts' | 'onNotices'> & { readonly refreshBirths: Refresh }

/** Tells each of those whom a room's news are for. */
export const tellNews =
  ({ onAlerts, onNotices, refreshBirths }: Ears) =>
  ({ board }: Pick<Room, 'board'>, { alerts, notices, patients }: News): void => {
    if (alerts.length > 0) onAlerts?.(alerts)
    if (notices.length > 0) onNotices?.(notices.map(({ to }) => to))
    if (patients) void refreshBirths(board)
  }
