import { FRAME_MAX } from '../../shared/limits.ts'
import { TokenBucket } from '../token-bucket.ts'

const MESSAGES = { perSecond: 200, burst: 1_000 }
const BYTES = { perSecond: FRAME_MAX, burst: 8 * FRAME_MAX }

/** How much a session may send, through all its sockets together. */
export class Budget {
  readonly #messages: TokenBucket
  readonly #bytes: TokenBucket

  constructor(now: () => number) {
    this.#messages = new TokenBucket(MESSAGES.perSecond, MESSAGES.burst, now)
    this.#bytes = new TokenBucket(BYTES.perSecond, BYTES.burst, now)
  }

  /** Takes a message of so many bytes; false when there is no room for it. */
  take(bytes: number): boolean {
    return this.#messages.take(1) && this.#bytes.take(bytes)
  }
}
