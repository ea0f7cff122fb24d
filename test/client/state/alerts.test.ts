import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Alerts } from '../../../client/state/alerts.svelte.ts'
import type { Alert, AlertNews } from '../../../shared/alerts.ts'
import { boardId } from '../../../shared/ids.ts'
import { anna, berit, sara } from '../../shared/support/board.ts'

const alert = (event: number, more: Partial<Alert> = {}): Alert => ({
  ...{ event, board: boardId.parse('kungsbacka'), boardName: 'Kungsbacka', case: anna },
  ...{ code: 'H-01', since: 1_000, step: 'raised', asked: false, call: null, sounds: true },
  ...{ ended: null, ...more },
})
const ended = { how: 'seen', by: 'Sara Lind', at: 2_000 } as const

/** Sara's device, and what the server says when it asks; `told` are the events that were new. */
function device() {
  const told: number[] = []
  const asked: number[] = []
  const server: { now: AlertNews } = { now: { cursor: 0, alerts: [] } }
  const api = {
    alerts: async (after: number) => {
      asked.push(after)
      return { ok: true, value: server.now } as const
    },
  }
  const onNews = (fresh: readonly Alert[]) => told.push(...fresh.map(({ event }) => event))
  const open = () => new Alerts({ api, me: sara, onNews })
  return { told, asked, server, open }
}

beforeEach(() => localStorage.clear())
afterEach(() => void vi.restoreAllMocks())

test('[Q4] what is new is told once, however often it is asked for, and not again after a reload', async () => {
  const { told, asked, server, open } = device()
  const alerts = open()
  server.now = { cursor: 7, alerts: [alert(7)] }
  for (let i = 0; i < 3; i++) await alerts.ask()
  expect(told).toEqual([7])
  const reloaded = open()
  await reloaded.ask()
  expect(reloaded.all).toHaveLength(1)
  expect(told).toEqual([7])
  expect(asked).toEqual([0, 7, 7, 7])
})

test('[Q2] its next step is new again', async () => {
  const { told, server, open } = device()
  const alerts = open()
  server.now = { cursor: 7, alerts: [alert(7)] }
  await alerts.ask()
  server.now = { cursor: 9, alerts: [alert(9, { step: 'again' })] }
  await alerts.ask()
  expect(told).toEqual([7, 9])
  expect(alerts.all.map(({ step }) => step)).toEqual(['again'])
})

test('[Q4] of two tabs that the bell reaches at once one tells', async () => {
  const { told, server, open } = device()
  const tabs = [open(), open()]
  server.now = { cursor: 7, alerts: [alert(7)] }
  await Promise.all(tabs.map((tab) => tab.ask()))
  expect(tabs.map((tab) => tab.all.length)).toEqual([1, 1])
  expect(told).toEqual([7])
})

test('[Q3] what somebody has met is gone; its end stays for who asked until it is dismissed', async () => {
  const { server, open } = device()
  const alerts = open()
  server.now = { cursor: 8, alerts: [alert(7), alert(8, { case: berit })] }
  await alerts.ask()
  server.now = { cursor: 9, alerts: [alert(9, { asked: true, ended })] }
  await alerts.ask()
  server.now = { cursor: 9, alerts: [] }
  await alerts.ask()
  expect(alerts.all.map((one) => [one.case, one.ended?.by])).toEqual([[anna, 'Sara Lind']])
  for (const one of alerts.all) alerts.dismiss(one)
  expect(alerts.all).toEqual([])
})

test('[Q4] a bell that rings while it asks has it ask once more, however often it rings', async () => {
  const { asked, open } = device()
  const alerts = open()
  await Promise.all([alerts.ask(), alerts.ask(), alerts.ask()])
  expect(asked).toHaveLength(2)
})

test('[Q4] a browser that stores nothing tells once as long as the page stands', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full')
  })
  const { told, server, open } = device()
  const alerts = open()
  server.now = { cursor: 7, alerts: [alert(7)] }
  for (let i = 0; i < 2; i++) await alerts.ask()
  expect(told).toEqual([7])
})

test('[S17] an answer that comes when the board is left is told to nobody', async () => {
  const { told, server, open } = device()
  const alerts = open()
  server.now = { cursor: 7, alerts: [alert(7)] }
  const asking = alerts.ask()
  alerts.destroy()
  await asking
  expect([told, alerts.all]).toEqual([[], []])
})

test('[Q4] the longest waiting stands first', async () => {
  const { server, open } = device()
  const alerts = open()
  server.now = { cursor: 8, alerts: [alert(7, { since: 2_000 }), alert(8, { case: berit })] }
  await alerts.ask()
  expect(alerts.all.map(({ since }) => since)).toEqual([1_000, 2_000])
})

test('[Q3] an end that is told again stands once, beside what the case waits for since', async () => {
  const { server, open } = device()
  const alerts = open()
  const end = alert(9, { asked: true, ended })
  server.now = { cursor: 9, alerts: [end] }
  for (let i = 0; i < 2; i++) await alerts.ask()
  expect(alerts.all).toHaveLength(1)
  server.now = { cursor: 10, alerts: [alert(10, { since: 3_000 })] }
  await alerts.ask()
  expect(alerts.all.map((one) => one.ended?.how ?? one.step)).toEqual(['seen', 'raised'])
})

test('[Q4] a server that has begun anew is believed', async () => {
  const { told, server, open } = device()
  localStorage.setItem('samtavlan.alerts.sara', '70')
  const alerts = open()
  server.now = { cursor: 2, alerts: [alert(2)] }
  await alerts.ask()
  await alerts.ask()
  expect(told).toEqual([2])
})
