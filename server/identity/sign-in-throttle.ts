import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

export type Attempt = { readonly username: string; readonly address: string }

/**
 * How many attempts may fail within five minutes. Narrow for one name from one address; wide for
 * a name from anywhere, so that nobody can lock a colleague out, and for an address, behind
 * which a whole hospital may sit.
 */
const LIMITS = [
  { points: 10, keyOf: ({ username, address }: Attempt) => `${username.toLowerCase()} ${address}` },
  { points: 50, keyOf: ({ username }: Attempt) => username.toLowerCase() },
  { points: 100, keyOf: ({ address }: Attempt) => address },
] as const
const WINDOW_S = 300

/** Slows down guessing at passwords; kept in memory, per server. */
export class SignInThrottle {
  readonly #limits = LIMITS.map(({ points, keyOf }) => ({
    keyOf,
    limiter: new RateLimiterMemory({ points, duration: WINDOW_S }),
  }))

  /**
   * Counts an attempt before its password is checked, so that many at once count too.
   * @returns how many seconds to wait, or null when it may be checked; a refused attempt counts
   *   nowhere, so a wait does not grow by trying
   */
  async take(attempt: Attempt): Promise<number | null> {
    for (const { keyOf, limiter } of this.#limits) {
      const before = await limiter.get(keyOf(attempt))
      if (before && before.consumedPoints >= limiter.points) return secondsOf(before)
    }
    for (const { keyOf, limiter } of this.#limits) {
      const after = await limiter.penalty(keyOf(attempt))
      if (after.consumedPoints > limiter.points) return secondsOf(after)
    }
    return null
  }

  /** Takes back the attempt of somebody who turned out to know the password. */
  async forgive(attempt: Attempt): Promise<void> {
    for (const { keyOf, limiter } of this.#limits) await limiter.reward(keyOf(attempt))
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.ceil(msBeforeNext / 1_000)
