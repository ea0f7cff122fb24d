import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { UserId } from '../../shared/ids.ts'

/** Searches of one person in a minute: who types one name makes about six. */
const SEARCHES = 60
const WINDOW_S = 60

/** Keeps anybody from reading the register by way of its search; in memory, per server. */
export class SearchThrottle {
  readonly #limiter = new RateLimiterMemory({ points: SEARCHES, duration: WINDOW_S })

  /** Counts a search; false when there were too many. */
  async take(person: UserId): Promise<boolean> {
    return (await this.#limiter.penalty(person)).consumedPoints <= SEARCHES
  }
}
