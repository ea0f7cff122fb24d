import { z } from 'zod'
import { problem, type ProblemName } from '../../shared/api.ts'

/** Why a request failed: the server's problem, or no usable answer at all. */
export type Failure = ProblemName | 'unreachable'
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** A network that only swallows must not keep anybody waiting for the app. */
const PATIENCE_MS = 8_000

export type Fetch = typeof globalThis.fetch
/** The schema of an answer without a body. */
export const nothing = z.undefined()

/** Requests to the server. Refusals are values; nothing here throws. */
export class Requests {
  readonly #fetch: Fetch

  constructor(fetch: Fetch = (...request) => globalThis.fetch(...request)) {
    this.#fetch = fetch
  }

  /** Other requests to the same server, of a part that only some surfaces need. */
  part<P>(Part: new (fetch: Fetch) => P): P {
    return new Part(this.#fetch)
  }

  protected async send<T>(
    method: string,
    path: string,
    schema: z.ZodType<T>,
    body?: unknown,
  ): Promise<Answer<T>> {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const response = await this.#fetch(path, { method, signal, ...asBody(body) })
      if (!response.ok) return { ok: false, failure: await failureOf(response) }
      const value: unknown = response.status === 204 ? undefined : await response.json()
      const parsed = schema.safeParse(value)
      return parsed.success ? { ok: true, value: parsed.data } : unreachable
    } catch {
      return unreachable
    }
  }
}

const unreachable = { ok: false, failure: 'unreachable' } as const

function asBody(body: unknown): RequestInit {
  if (body === undefined) return {}
  return body instanceof Blob
    ? { headers: { 'content-type': body.type }, body }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function failureOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null)
  return problem.safeParse(body).data?.name ?? 'unreachable'
}
