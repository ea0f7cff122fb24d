import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/** A whole hospital may sit behind one address, and all come back at once when a server restarts. */
const JOINS_PER_MINUTE = 6_000

type Upgrade = Pick<IncomingMessage, 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>
}

/** Bounds how often sockets are opened from one address; kept in memory, per server. */
export class JoinThrottle {
  readonly #limiter = new RateLimiterMemory({ points: JOINS_PER_MINUTE, duration: 60 })

  /** Counts one; false when it is one too many. */
  async take(request: Upgrade): Promise<boolean> {
    const { consumedPoints } = await this.#limiter.penalty(addressOf(request))
    return consumedPoints <= JOINS_PER_MINUTE
  }
}

/** A proxy on this machine, and only that one is believed, says whom it speaks for. */
function addressOf({ headers, socket }: Upgrade): string {
  const peer = socket.remoteAddress ?? ''
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return LOOPBACK.has(peer) && forwarded ? forwarded : peer
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
