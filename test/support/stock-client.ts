import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readCases } from '../../shared/read-case.ts'
import type { Case } from '../../shared/case.ts'
import { boardNamed } from './session.ts'

export type StockClient = Disposable & {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
}

/** A stock y-websocket client on a board, with a session's cookie; the caller waits for what it needs. */
export async function connectBoard(
  url: string,
  cookie: string,
  board: string,
  parameters: Record<string, string> = {},
): Promise<StockClient> {
  const { epoch } = await boardNamed(url, cookie, board)
  const doc = new Y.Doc()
  const address = `${url.replace('http', 'ws')}/sync`
  const provider = new WebsocketProvider(address, `${board}@${epoch}`, doc, {
    WebSocketPolyfill: socketWith(cookie),
    disableBc: true,
    params: parameters,
  })
  return { doc, provider, [Symbol.dispose]: () => provider.destroy() }
}

/** The same, once the board has come. */
export async function joinBoard(...where: Parameters<typeof connectBoard>): Promise<StockClient> {
  const client = await connectBoard(...where)
  await expect.poll(() => client.provider.synced).toBe(true)
  return client
}

/** A case on the demo team's board, as somebody finds it there. */
export async function demoCase(url: string, cookie: string, which: (one: Case) => boolean) {
  using stock = await joinBoard(url, cookie, 'kungsbacka')
  const one = readCases(stock.doc).find(which)
  if (!one) throw new Error('the demo has no such case')
  return one
}

/** Browsers send cookies by themselves; here the socket is told to. */
function socketWith(cookie: string): typeof globalThis.WebSocket {
  class CookieSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
    }
  }
  return CookieSocket as unknown as typeof globalThis.WebSocket
}
