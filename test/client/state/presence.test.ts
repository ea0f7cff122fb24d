import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { Live } from '../../../client/net/live.ts'
import { PresenceState } from '../../../client/state/presence.svelte.ts'
import { boardId, type CaseId } from '../../../shared/ids.ts'
import { HOLD_MS, TELL_EVERY_MS, type Present } from '../../../shared/live.ts'
import type { Person } from '../../../shared/person.ts'
import { anna, berit, karin, sara } from '../../shared/support/board.ts'

const kungsbacka = boardId.parse('kungsbacka')
const HANDSHAKE = { sid: 'a', upgrades: [], pingInterval: 60_000, pingTimeout: 60_000 }

/** The server's end of a live socket, in socket.io's own words. */
class LiveSocket {
  static opened: LiveSocket[] = []
  readonly said: unknown[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor() {
    LiveSocket.opened.push(this)
    queueMicrotask(() => {
      this.onopen?.()
      this.#give(`0${JSON.stringify(HANDSHAKE)}`)
    })
  }

  send(message: string): void {
    if (message === '40') queueMicrotask(() => this.#give('40{"sid":"b"}'))
    else if (message.startsWith('42')) this.said.push(JSON.parse(message.slice(2)))
  }

  close(): void {
    this.onclose?.({ code: 1000 })
  }

  say(...event: unknown[]): void {
    this.#give(`42${JSON.stringify(event)}`)
  }

  sendAway(): void {
    this.#give('41')
  }

  #give(data: string): void {
    this.onmessage?.({ data })
  }
}

const person = (id: Person['id'], name: string): Person => ({
  ...{ id, name, initials: 'XX', role: 'nurse' },
})
const present = (one: Person, card: CaseId | null, holds: CaseId | null = null): Present => ({
  ...{ ...one, since: 1, views: [{ surface: 'board', case: card }], holds },
})
const [me, other] = [person(karin, 'Karin Lindqvist'), person(sara, 'Sara Lindgren')]

/** Karin's page, which has just told the server where it is. */
async function page() {
  const onAlerts = vi.fn()
  const presence = new PresenceState(kungsbacka, karin, onAlerts)
  onTestFinished(() => presence.destroy())
  const onRing = vi.fn()
  const stopRing = presence.onRing(onRing)
  presence.enter('board')
  presence.connect()
  await vi.waitFor(() => expect(onAlerts).toHaveBeenCalled())
  /** The socket that it has now. */
  const server = () => LiveSocket.opened.at(-1) ?? new LiveSocket()
  const say = async (...event: unknown[]) => {
    server().say(...event)
    await passes(1)
  }
  return { presence, server, say, onAlerts, onRing, stopRing }
}

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeAll(async () => {
  vi.stubGlobal('WebSocket', LiveSocket) // the library takes it as it is loaded
  await import('socket.io-client')
})
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const view = (open: CaseId | null, surface = 'board') => [
  ...['view', kungsbacka],
  { surface, case: open },
]

test('[L8] others are told on which surface one is, and which case is open there', async () => {
  const { presence, server } = await page()
  expect(server().said).toEqual([['join', kungsbacka], view(null)])
  const later = async () => {
    await passes(TELL_EVERY_MS)
    return server().said.at(-1)
  }
  const closeAnna = presence.open(anna)
  expect(await later()).toEqual(view(anna))
  const closeBerit = presence.open(berit)
  closeAnna()
  expect(await later()).toEqual(view(berit))
  presence.enter('plan')
  expect(await later()).toEqual(view(berit, 'plan'))
  closeBerit()
  expect(await later()).toEqual(view(null, 'plan'))
})

test('[L9] [L11] who is sent away sees nobody, and comes back with what is open then and no more', async () => {
  const { presence, server, say, onAlerts, onRing } = await page()
  await say('present', kungsbacka, [present(me, null), present(other, anna)])
  await say('writers', kungsbacka, [{ ...other, case: anna, part: 'situation', caret: null }])
  await say('writers', 'halmstad', [])
  expect(presence.writing.of(anna, 'situation')).toHaveLength(1)
  server().sendAway()
  await passes(1)
  expect([presence.people, presence.writing.of(anna, 'situation')]).toEqual([[], []])
  presence.open(anna)
  presence.writing.write({ case: anna, part: 'situation', caret: null })
  presence.hold(anna)
  presence.hold(null)
  await passes(TELL_EVERY_MS)
  presence.connect()
  await passes(1)
  expect(server().said).toEqual([['join', kungsbacka], view(anna)])
  expect([onAlerts.mock.calls.length, onRing.mock.calls.length]).toEqual([2, 2])
})

test('[L2] [L13] who is here, who holds a card and who has it open are others, of this board', async () => {
  const { presence, say } = await page()
  const windows = { views: [...present(other, anna).views, { surface: 'plan', case: anna }] }
  const others = { ...present(other, anna, anna), ...windows }
  await say('present', kungsbacka, [present(me, anna, berit), others])
  await say('present', 'halmstad', [])
  expect(presence.people.map(({ name }) => name)).toEqual(['Karin Lindqvist', 'Sara Lindgren'])
  expect(presence.holderOf(anna)?.name).toBe('Sara Lindgren')
  expect(presence.holderOf(berit)).toBeNull()
  expect(presence.openersOf(anna).map(({ name }) => name)).toEqual(['Sara Lindgren'])
  expect(presence.openersOf(berit)).toEqual([])
})

test('[L2] a card that is dragged for long is held until it is let go', async () => {
  const { presence, server } = await page()
  const held = () =>
    server().said.flatMap((one) => (Array.isArray(one) && one[0] === 'hold' ? [one[2]] : []))
  presence.hold(anna)
  await passes(HOLD_MS + 1)
  expect(held()).toEqual([anna, anna, anna])
  presence.hold(null)
  await passes(HOLD_MS + 1)
  expect(held()).toEqual([anna, anna, anna, null])
})

test('[Q4] [Z7] the page asks when the server rings, and as it comes into contact', async () => {
  const { say, onAlerts, onRing, stopRing } = await page()
  const asked = () => [onAlerts.mock.calls.length, onRing.mock.calls.length]
  expect(asked()).toEqual([1, 1])
  await say('alerts')
  expect(asked()).toEqual([2, 1])
  await say('notices')
  expect(asked()).toEqual([2, 2])
  stopRing()
  await say('notices')
  expect(asked()).toEqual([2, 2])
})

test('[L9] who leaves before the way is there does not come', async () => {
  const opened = LiveSocket.opened.length
  const nobody = () => undefined
  const listeners = { present: nobody, writers: nobody, alerts: nobody, notices: nobody }
  const live = new Live(kungsbacka, listeners)
  const connecting = live.connect()
  live.destroy()
  await connecting
  expect(LiveSocket.opened).toHaveLength(opened)
})
