import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type * as Y from 'yjs'
import Archive from '../../../client/surfaces/archive/Archive.svelte'
import Day from '../../../client/surfaces/day/Day.svelte'
import Handover from '../../../client/surfaces/handover/Handover.svelte'
import Meeting from '../../../client/surfaces/meeting/Meeting.svelte'
import Plan from '../../../client/surfaces/plan/Plan.svelte'
import { tellAlerts } from '../../../client/ui/alert-news.ts'
import type { Alert } from '../../../shared/alerts.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { readCase } from '../../../shared/board-document.ts'
import { boardId } from '../../../shared/ids.ts'
import { anna, asKarin } from '../../shared/support/board.ts'
import { karin, NOW, sara, showBoard, threeWaiting } from './stage.ts'

const HELLO = { type: 'hello', protocol: 1, schema: 1, build: '', access: 'write' } as const
const kungsbacka = boardId.parse('kungsbacka')
const call = { name: 'Sara Lindgren', phone: '070-174 06 11' }

const alert = (more: Partial<Alert> = {}): Alert => ({
  ...{ event: 1, board: kungsbacka, boardName: 'Kungsbacka', case: anna, code: 'H-01' },
  ...{ since: NOW - 727_000, step: 'raised', asked: false, call: null, sounds: true },
  ...{ ended: null, ...more },
})

/** A board on which Anna's case is acute, and a server that tells of an alert. */
function acute(): Y.Doc {
  const doc = threeWaiting()
  prioritise(doc, { case: anna, level: 'acute' }, asKarin(NOW - 727_000))
  return doc
}

const telling =
  (...alerts: Alert[]): typeof globalThis.fetch =>
  async (path) =>
    String(path).startsWith('/api/alerts')
      ? Response.json({ cursor: 1, alerts })
      : Promise.reject(new TypeError('no server'))

const banner = page.getByRole('region', { name: 'Akut som väntar på läkare' })
const words = () => banner.query()?.textContent.replace(/\s+/g, ' ')
const ring = () => dispatchEvent(new Event('focus'))

beforeEach(() => localStorage.clear())

describe('an alert above the work', () => {
  test('[Q4] says who and for how long, and one tap of a doctor’s answers it', async () => {
    const doc = acute()
    showBoard({ doc, me: sara, fetch: telling(alert()) })
    ring()
    await expect.poll(words).toContain('Akut, ej sedd: Anna (H-01) 12:07')
    await banner.getByRole('button', { name: 'Sedd' }).click()
    await expect.element(banner).not.toBeInTheDocument()
    expect(readCase(doc, anna)?.seen.by).toBe('sara')
  })

  test.each([
    ['my day', Day],
    ['the day’s plan', Plan],
    ['the handover', Handover],
    ['a meeting', Meeting],
    ['the archive', Archive],
  ])('[Q4] it stands above %s as well', async (_, surface) => {
    showBoard({ doc: acute(), me: sara, surface, fetch: telling(alert()) })
    ring()
    await expect.poll(words).toContain('Akut, ej sedd: Anna (H-01)')
  })

  test('[Q4] Tar takes the case, and is there only with contact', async () => {
    const doc = acute()
    const { saved } = showBoard({ doc, me: sara, fetch: telling(alert({ step: 'again' })) })
    ring()
    await expect.poll(words).toContain('Akut, fortfarande ej sedd')
    expect(words()).not.toContain('Tar')
    saved.frame({ ...HELLO, serverTime: NOW })
    await banner.getByRole('button', { name: 'Tar' }).click()
    await expect.element(banner).not.toBeInTheDocument()
    expect(readCase(doc, anna)?.doctor.id).toBe('sara')
  })

  test('[Q2] who asked is told whom to phone, and has nothing to answer', async () => {
    const full = alert({ step: 'full', asked: true, call })
    showBoard({ doc: acute(), me: karin, fetch: telling(full) })
    ring()
    await expect.poll(words).toContain('Ingen läkare har svarat: Anna (H-01)')
    const phone = banner.getByRole('link', { name: 'Ring Sara Lindgren: 070-174 06 11' })
    await expect.element(phone).toHaveAttribute('href', 'tel:0701740611')
    await expect.element(banner.getByRole('button', { name: 'Sedd' })).not.toBeInTheDocument()
  })

  test('[Q3] and then who has seen it and when', async () => {
    const ended = { how: 'seen', by: 'Sara Lindgren', at: NOW } as const
    showBoard({ me: karin, fetch: telling(alert({ asked: true, ended })) })
    ring()
    await expect.poll(words).toContain('Sedd av Sara Lindgren: Anna (H-01) 09:42')
    await banner.getByRole('button', { name: 'Stäng' }).click()
    await expect.element(banner).not.toBeInTheDocument()
  })

  test('[Q4] one of another board goes by its code and its board', async () => {
    const elsewhere = { board: boardId.parse('halmstad'), boardName: 'Halmstad' }
    showBoard({ doc: acute(), me: sara, fetch: telling(alert(elsewhere)) })
    ring()
    await expect.poll(words).toContain('Halmstad Akut, ej sedd: H-01')
    await expect.element(banner.getByRole('button', { name: 'Sedd' })).not.toBeInTheDocument()
    await expect.element(banner.getByRole('button', { name: 'Visa' })).toBeVisible()
  })
})

describe('what is read out and heard', () => {
  const tell = (fresh: Alert[], isSaid = false) => {
    const [say, alarm, play] = [vi.fn(), vi.fn(), vi.fn()]
    tellAlerts(fresh, { notices: { say, alarm }, sound: { play }, isSaid: () => isSaid })
    return { said: say.mock.calls.flat(), alarmed: alarm.mock.calls.flat(), play }
  }

  test('[Q6] a new one at once, unless the surface says it; what follows politely', () => {
    expect(tell([alert()]).alarmed).toEqual(['Ny akut: H-01'])
    expect(tell([alert()], true)).toMatchObject({ alarmed: [], said: [] })
    expect(tell([alert({ step: 'again' })])).toMatchObject({
      alarmed: [],
      said: ['Akut, fortfarande ej sedd: H-01'],
    })
  })

  test('[Q5] [Q6] one sound for all that is new, none outside the team’s hours or for an end', () => {
    expect(tell([alert(), alert({ event: 2 })]).play).toHaveBeenCalledOnce()
    expect(tell([alert({ sounds: false, step: 'resting' })]).play).not.toHaveBeenCalled()
    const ended = { how: 'seen', by: null, at: NOW } as const
    expect(tell([alert({ asked: true, ended })]).play).not.toHaveBeenCalled()
  })
})
