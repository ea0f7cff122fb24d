import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { Endpoint } from './endpoint.ts'
import { publicLookup } from './public-lookup.ts'

/** A push service that does not answer is not waited for. */
const PATIENCE_MS = 10_000

export type Message = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Posts a message and gives the answer's status. Follows no redirection and reads no answer. */
export function post({ url, isOurs }: Endpoint, { headers, body }: Message): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const send = url.protocol === 'https:' ? overHttps : overHttp
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const reach = isOurs ? {} : { lookup: publicLookup }
  const request = send(url, { method: 'POST', headers, signal, ...reach }, (response) => {
    response.destroy()
    resolve(response.statusCode ?? 0)
  })
  request.on('error', reject)
  request.end(body)
  return promise
}
