import { MessageType, SyncType } from '../../shared/wire.ts'

/** What a socket carried towards the server that the server has to put on disk. */
export type Carried = 'update' | 'whole'

/**
 * A WebSocket that counts its update messages as the server does: sync step 2 and updates. One
 * class per connection, because y-websocket is handed a class and makes the sockets itself.
 */
export function countingSocket(sent: (carried: Carried, count: number) => void): typeof WebSocket {
  return class extends WebSocket {
    #count = 0

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const carried = data instanceof Uint8Array ? carriedBy(data) : null
      if (carried !== null) sent(carried, ++this.#count)
    }
  }
}

/** Both types are below 128, so each is one byte. */
function carriedBy([type, kind]: Uint8Array): Carried | null {
  if (type !== MessageType.sync) return null
  if (kind === SyncType.update) return 'update'
  return kind === SyncType.step2 ? 'whole' : null
}
