import { noticeSettings, type NoticeSettings } from '../../shared/notices.ts'
import { pushKey, type PushKey, type PushSubscriptionBody } from '../../shared/push.ts'
import { nothing, Requests, type Answer } from './requests.ts'

/** What a person wants to be told of, and on which devices, over REST. */
export class NoticeSettingsApi extends Requests {
  settings(): Promise<Answer<NoticeSettings>> {
    return this.send('GET', '/api/notices/settings', noticeSettings)
  }

  choose(settings: NoticeSettings): Promise<Answer<undefined>> {
    return this.send('PUT', '/api/notices/settings', nothing, settings)
  }

  pushKey(): Promise<Answer<PushKey>> {
    return this.send('GET', '/api/push/key', pushKey)
  }

  wakeHere(subscription: PushSubscriptionBody): Promise<Answer<undefined>> {
    return this.send('PUT', '/api/push/subscription', nothing, subscription)
  }

  letSleep(): Promise<Answer<undefined>> {
    return this.send('DELETE', '/api/push/subscription', nothing)
  }
}
