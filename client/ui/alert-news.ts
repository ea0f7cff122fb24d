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

/** Reads new alerts out, each once, and makes one sound for all of them. */
export function tellAlerts(fresh: readonly Alert[], { notices, sound, isSaid }: Told): void {
  for (const alert of fresh) {
    if (alert.step !== 'raised' || alert.ended !== null) notices.say(alertWords(alert))
    else if (!isSaid(alert)) notices.alarm(m.board_new_acute({ case: alert.code }))
  }
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
