import type { Lane } from '../../../shared/lane.ts'
import { m } from '../../i18n/paraglide/messages.js'

/** What a lane says when nothing stands in it. */
export const emptyLaneWords: Readonly<Record<Lane, { title: () => string; hint: () => string }>> = {
  incoming: { title: m.lane_empty_incoming, hint: m.lane_empty_incoming_hint },
  acute: { title: m.lane_empty_acute, hint: m.lane_empty_acute_hint },
  today: { title: m.lane_empty_today, hint: m.lane_empty_today_hint },
  followup: { title: m.lane_empty_followup, hint: m.lane_empty_followup_hint },
  handback: { title: m.lane_empty_handback, hint: m.lane_empty_handback_hint },
  done: { title: m.lane_empty_done, hint: m.lane_empty_done_hint },
}
