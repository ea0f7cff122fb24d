import { noticePage, type NoticePage, type NoticesRead } from '../../shared/notices.ts'
import { nothing, Requests, type Answer } from './requests.ts'

/** What a person is told of, over REST. */
export class NoticesApi extends Requests {
  /** What came after a number, the newest first. */
  list(after: number): Promise<Answer<NoticePage>> {
    return this.send('GET', `/api/notices?after=${after}`, noticePage)
  }

  markRead(which: NoticesRead): Promise<Answer<undefined>> {
    return this.send('POST', '/api/notices/read', nothing, which)
  }
}
