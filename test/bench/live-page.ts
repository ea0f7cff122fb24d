import { WebSocket } from 'ws'
import type { BoardId } from '../../shared/ids.ts'
import { LIVE_PATH, type ClientEvents } from '../../shared/live.ts'

/** Somebody's presence by socket.io's own words: it answers pings, and reads nothing of the rest. */
export class LivePage {
  readonly #socket: WebSocket
  readonly #board: BoardId

  constructor(server: string, cookie: string, board: BoardId) {
    this.#board = board
    const url = `${server.replace('http', 'ws')}${LIVE_PATH}/?EIO=4&transport=websocket`
    this.#socket = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false })
    this.#socket.on('open', () => this.#socket.send('40'))
    this.#socket.on('message', (data: Buffer) => {
      if (data[0] === 0x32) this.#socket.send('3')
      else if (data[0] === 0x34 && data[1] === 0x30) this.say('join')
    })
    this.#socket.on('close', (code) => {
      if (code !== 1005) throw new Error(`presence was sent away: ${code}`)
    })
  }

  say(event: keyof ClientEvents, ...what: unknown[]): void {
    this.#socket.send(`42${JSON.stringify([event, this.#board, ...what])}`)
  }

  leave(): void {
    this.#socket.close()
  }
}
