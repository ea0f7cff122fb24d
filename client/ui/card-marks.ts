import type { Case } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { isFollowUpLate } from '../../shared/follow-up.ts'
import { phaseOf } from '../../shared/handover.ts'
import type { Likeness } from '../../shared/lookalikes.ts'
import { isReceiptLate } from '../../shared/receipts.ts'
import type { Holidays } from '../../shared/team-hours.ts'
import { ageText, whenText } from '../i18n/format.ts'
import { pastText } from '../i18n/moment-text.ts'
import { m } from '../i18n/paraglide/messages.js'
import { consentWords } from '../i18n/words.ts'
import { stripOf } from './card-strip.ts'
import type { ChipKind } from './Chip.svelte'
import { receiverText } from './handover-text.ts'
import type { IconName } from './icons.ts'
import { likenessText } from './likeness-text.ts'

export type Mark = { kind: ChipKind; icon: IconName; text: string }
/** What a card's chips depend on besides its case. */
export type MarkFacts = {
  /** By what the patient may be taken for another one. */
  likeness: Likeness | null
  /** Its comments name the viewer, who has not read that yet. */
  mentioned: boolean
  /** Changed here, not yet seen by others. */
  queued: boolean
  /** When the visit begins that somebody is also wanted at. */
  clash: Timestamp | null
  /** Days on which the team is off: no receipt is waited for on them. */
  daysOff: Holidays
  now: Timestamp
}

/** At most this many chips stand on a card; the rest are counted. */
export const MARKS_SHOWN = 3

/** A card's chips, the gravest first: who it is, what others may see, what is going on. */
export function marksOf(one: Case, facts: MarkFacts): Mark[] {
  const { likeness, mentioned, queued, clash, now, daysOff } = facts
  const marks: (Mark | false | null)[] = [
    one.patient.protected && { kind: 'lock', icon: 'lock', text: m.card_protected() },
    likeness && { kind: 'guard', icon: 'twins', text: likenessText(likeness) },
    withoutConsent(one),
    queued && { kind: 'offline', icon: 'cloud-off', text: m.card_queued() },
    mentioned && { kind: 'plain', icon: 'at', text: m.card_mentioned() },
    lateFollowUp(one, now),
    clash !== null && {
      kind: 'late',
      icon: 'late',
      text: m.card_clash({ time: whenText(clash, now) }),
    },
    receipt(one, now, daysOff),
    visit(one),
    night(one, now),
    one.visit.joint && { kind: 'plain', icon: 'users', text: m.card_joint() },
    one.mission.id === 'supported-discharge' && {
      kind: 'plain',
      icon: 'hospital',
      text: m.card_discharge(),
    },
  ]
  return marks.filter((mark): mark is Mark => Boolean(mark))
}

/** How far its handover has come. What is back says so over the card, unless more is said there. */
function night(one: Case, now: Timestamp): Mark | null {
  if (one.closed.how !== null) return null
  const phase = phaseOf(one)
  const { to } = one.handover
  const { sentAt } = one.handedOver
  if (phase === 'back' && stripOf(one, null)?.kind !== 'back')
    return { kind: 'go', icon: 'moon', text: m.handover_back() }
  if (phase === 'handed-over' && sentAt !== null)
    return { kind: 'ok', icon: 'moon', text: m.card_handed_over({ time: pastText(sentAt, now) }) }
  if (phase === 'prepared' && to !== null)
    return { kind: 'plain', icon: 'moon', text: m.card_handover({ to: receiverText(to) }) }
  return null
}

function withoutConsent({ consent }: Case): Mark | null {
  if (consent.state !== 'missing' && consent.state !== 'blocked') return null
  return { kind: 'guard', icon: 'shield-x', text: consentWords[consent.state]() }
}

/** The one mark of a follow-up whose time has passed, on the board and in my day. */
export function lateFollowUp(one: Case, now: Timestamp): Mark | null {
  const { due } = one.followUp
  if (due === null || !isFollowUpLate(one, now)) return null
  return { kind: 'late', icon: 'late', text: m.card_follow_up_late({ age: ageText(due, now) }) }
}

function receipt({ handback }: Case, now: Timestamp, daysOff: Holidays): Mark | null {
  if (handback.sentAt === null) return null
  if (handback.receivedAt !== null)
    return { kind: 'ok', icon: 'checks', text: m.card_acknowledged() }
  if (!isReceiptLate(handback.sentAt, now, daysOff))
    return { kind: 'plain', icon: 'handback', text: m.card_sent_to_health_centre() }
  const age = ageText(handback.sentAt, now)
  return { kind: 'late', icon: 'late', text: m.card_not_acknowledged({ age }) }
}

function visit({ visitStatus }: Case): Mark | null {
  if (visitStatus.status === 'underway')
    return { kind: 'go', icon: 'car', text: m.visit_underway() }
  if (visitStatus.status === 'arrived') return { kind: 'go', icon: 'home', text: m.visit_arrived() }
  return null
}
