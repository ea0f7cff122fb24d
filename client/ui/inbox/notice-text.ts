import type { Notice, NoticeKind } from '../../../shared/notices.ts'
import { m } from '../../i18n/paraglide/messages.js'
import type { IconName } from '../icons.ts'

/** What each kind looks like. */
export const noticeIcons: Readonly<Record<NoticeKind, IconName>> = {
  mention: 'at',
  handed: 'user',
  superseded: 'undo',
  'receipt-late': 'late',
  clash: 'planned',
}

/** What each kind is called where it is switched on and off. */
export const noticeKindWords: Readonly<Record<NoticeKind, () => string>> = {
  mention: m.inbox_kind_mention,
  handed: m.inbox_kind_handed,
  superseded: m.inbox_kind_superseded,
  'receipt-late': m.inbox_kind_receipt,
  clash: m.inbox_kind_clash,
}

/** What happened: "Karin Lindqvist nämnde dig i en kommentar". */
export function noticeText({ kind, by }: Pick<Notice, 'kind' | 'by'>): string {
  const name = by?.name ?? m.person_unknown()
  switch (kind) {
    case 'mention':
      return m.inbox_mention({ name })
    case 'handed':
      return m.inbox_handed({ name })
    case 'superseded':
      return m.inbox_superseded({ name })
    case 'receipt-late':
      return m.inbox_receipt()
    case 'clash':
      return m.inbox_clash({ name })
  }
}
