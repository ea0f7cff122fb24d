import type { AgendaGroup } from '../../../shared/meeting.ts'
import { m } from '../../i18n/paraglide/messages.js'
import type { Words } from '../../i18n/words.ts'

export const groupWords: Words<AgendaGroup> = {
  acute: m.meeting_group_acute,
  due: m.meeting_group_due,
  changed: m.meeting_group_changed,
}
