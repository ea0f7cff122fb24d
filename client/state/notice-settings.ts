import type { UserId } from '../../shared/ids.ts'
import type { Api } from '../net/api.ts'
import { NoticeSettingsApi } from '../net/notice-settings-api.ts'
import { DeviceAlerts } from './device-alerts.svelte.ts'
import { NoticeChoice } from './notice-choice.svelte.ts'

/** What a person is told of, and whether this device is woken for it. */
export function noticeSettings(api: Api, person: UserId) {
  const asked = api.part(NoticeSettingsApi)
  return { choice: new NoticeChoice(asked), alerts: new DeviceAlerts(asked, person) }
}
