import type { Alert } from '../../shared/alerts.ts'
import { m } from '../i18n/paraglide/messages.js'
import type { Notices } from '../state/notices.svelte.ts'
import type { Sound } from '../state/sound.svelte.ts'

type Told = {
  readonly notices: Pick<Notices, 'say' | 'alarm'>
  readonly sound: Pick<Sound, 'play'>
  /** Whether the surface says by itself that this case is acute and new. */
  readonly isSaid: (alert: Alert) => boolean
}

/** Reads new alerts out, each once and those that come together as one, and makes one sound for all. */
export function tellAlerts(fresh: readonly Alert[], { notices, sound, isSaid }: Told): void {
  const isRaised = ({ step, ended }: Alert) => step === 'raised' && ended === null
  const raised = fresh.filter((alert) => isRaised(alert) && !isSaid(alert))
  const others = fresh.filter((alert) => !isRaised(alert))
  const atOnce = raised.map(({ code }) => m.board_new_acute({ case: code }))
  if (atOnce.length > 0) notices.alarm(atOnce.join('. '))
  if (others.length > 0) notices.say(others.map((alert) => alertWords(alert)).join('. '))
  if (fresh.some((alert) => alert.ended === null && alert.sounds)) sound.play()
}

/** What is to be said of one. */
export function alertWords({ code, step, asked, ended }: Alert, name: string = code): string {
  if (ended?.how === 'gone') return m.alert_gone({ case: name })
  const by = ended?.by ?? m.person_unknown()
  if (ended?.how === 'taken') return m.alert_taken({ name: by, case: name })
  if (ended !== null) return m.alert_seen({ name: by, case: name })
  if (asked && step === 'full') return m.alert_full({ case: name })
  if (step === 'resting') return m.alert_resting({ case: name })
  return step === 'raised' ? m.alert_raised({ case: name }) : m.alert_again({ case: name })
}
