import { createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { PushSubscriptionBody } from '../../shared/push.ts'

export type Delivered = {
  readonly to: string
  readonly headers: IncomingHttpHeaders
  /** As only the browser can read it. */
  readonly text: string
  /** As it travels. */
  readonly bytes: Buffer
}

/** A push service with browsers of its own, which open what they are sent (RFC 8291). */
export async function startPushService() {
  const browsers = new Map<string, Browser>()
  const delivered: Delivered[] = []
  let answer: number | null = 201
  const server = createServer((request, response) => {
    void read(request).then((bytes) => {
      const browser = browsers.get(request.url ?? '')
      if (browser !== undefined) {
        const text = browser.open(bytes)
        delivered.push({ to: browser.name, headers: request.headers, text, bytes })
      }
      if (answer !== null) response.writeHead(browser === undefined ? 404 : answer).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    delivered,
    /** What it answers from now on; null is never. */
    answerWith: (status: number | null) => (answer = status),
    subscribe: (name: string): PushSubscriptionBody => {
      const browser = new Browser(name)
      browsers.set(`/${name}`, browser)
      return { endpoint: `${origin}/${name}`, keys: browser.keys }
    },
  }
}

const SALT = 16
/** After the salt come the record's size and the length of the sender's key. */
const KEY_AT = SALT + 4 + 1
const KEY = 65
const TAG = 16

class Browser {
  readonly name: string
  readonly #ecdh: ECDH = createECDH('prime256v1')
  readonly #secret = randomBytes(16)

  constructor(name: string) {
    this.name = name
    this.#ecdh.generateKeys()
  }

  get keys(): PushSubscriptionBody['keys'] {
    const p256dh = this.#ecdh.getPublicKey('base64url')
    return { p256dh, auth: this.#secret.toString('base64url') }
  }

  open(bytes: Buffer): string {
    const salt = bytes.subarray(0, SALT)
    const sender = bytes.subarray(KEY_AT, KEY_AT + KEY)
    const sealed = bytes.subarray(KEY_AT + KEY, -TAG)
    const info = Buffer.concat([words('WebPush: info'), this.#ecdh.getPublicKey(), sender])
    const shared = derive(this.#ecdh.computeSecret(sender), this.#secret, info, 32)
    const key = derive(shared, salt, words('Content-Encoding: aes128gcm'), 16)
    const nonce = derive(shared, salt, words('Content-Encoding: nonce'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(bytes.subarray(-TAG))
    const padded = Buffer.concat([decipher.update(sealed), decipher.final()])
    return padded.subarray(0, padded.lastIndexOf(2)).toString()
  }
}

const words = (text: string) => Buffer.from(`${text}\0`)

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
