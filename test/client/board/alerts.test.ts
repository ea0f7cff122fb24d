import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type * as Y from 'yjs'
import { Sound } from '../../../client/state/sound.svelte.ts'
import Archive from '../../../client/surfaces/archive/Archive.svelte'
import Day from '../../../client/surfaces/day/Day.svelte'
import Handover from '../../../client/surfaces/handover/Handover.svelte'
import Meeting from '../../../client/surfaces/meeting/Meeting.svelte'
import Plan from '../../../client/surfaces/plan/Plan.svelte'
import { tellAlerts } from '../../../client/ui/alert-news.ts'
import type { Alert } from '../../../shared/alerts.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { readCase } from '../../../shared/read-case.ts'
import { boardId } from '../../../shared/ids.ts'
import { anna, asKarin, berit, cleo } from '../../shared/support/board.ts'
import { hello } from '../hello.ts'
import { karin, NOW, sara, showBoard, threeWaiting } from './stage.ts'

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
    expect(words()).not.toContain('Kungsbacka')
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
    saved.frame(hello(NOW))
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

  test('[Q2] who asked calls the board where no doctor’s number is known, if it has one', async () => {
    const board = { name: null, phone: '0300-12 34' }
    const full = { step: 'full', asked: true } as const
    const stage = { doc: acute(), me: karin }
    showBoard({
      ...stage,
      fetch: telling(
        alert({ ...full, call: board }),
        alert({ ...full, case: berit, call: { name: null, phone: '' } }),
        alert({ step: 'again', case: cleo, call }),
      ),
    })
    prioritise(stage.doc, { case: berit, level: 'acute' }, asKarin(NOW))
    prioritise(stage.doc, { case: cleo, level: 'acute' }, asKarin(NOW))
    ring()
    await expect.poll(() => banner.getByRole('listitem').elements()).toHaveLength(3)
    const links = banner.getByRole('link').elements()
    expect(links.map((one) => one.textContent.trim())).toEqual(['Ring 0300-12 34'])
  })

  test('[P4] one of a protected identity goes by its code alone, to its doctor too', async () => {
    const doc = acute()
    const value = { id: sara.id }
    editField(doc, { case: anna, field: 'doctor', value }, asKarin(NOW))
    editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin(NOW))
    showBoard({ doc, me: sara, fetch: telling(alert()) })
    ring()
    await expect.poll(words).toContain('Akut, ej sedd: H-01 12:07')
  })

  test('[P1] who may only read has nothing to answer', async () => {
    const link = { begun: true, synced: true, access: 'read', ended: null } as const
    showBoard({ doc: acute(), me: sara, link, fetch: telling(alert()) })
    ring()
    await expect.element(banner.getByRole('button', { name: 'Visa' })).toBeVisible()
    expect(words()).not.toContain('Sedd')
  })

  test('[Q4] Visa opens the case where one is, or on its board', async () => {
    showBoard({ doc: acute(), me: sara, fetch: telling(alert()) })
    ring()
    await banner.getByRole('button', { name: 'Visa' }).click()
    expect(location.pathname + location.search).toBe(`/board/kungsbacka?case=${anna}`)
    history.replaceState(null, '', '/archive/kungsbacka')
    dispatchEvent(new PopStateEvent('popstate'))
    await banner.getByRole('button', { name: 'Visa' }).click()
    expect(location.pathname + location.search).toBe(`/board/kungsbacka?case=${anna}`)
  })

  test('[Q6] says that the browser played nothing, while something waits and the sound is on', async () => {
    const sound = new Sound()
    sound.play()
    showBoard({ doc: acute(), me: sara, sound, fetch: telling(alert()) })
    ring()
    await expect.poll(words).toMatch(/Webbläsaren/)
    sound.turn(false)
    await expect.poll(words).not.toMatch(/Webbläsaren/)
    sound.turn(true)
    await expect.poll(words).toMatch(/Webbläsaren/)
    await userEvent.keyboard('{Shift}')
    await expect.poll(words).not.toMatch(/Webbläsaren/)
  })

  test('[Q6] of an end no sound was due', async () => {
    const sound = new Sound()
    sound.play()
    const ended = { how: 'taken', by: 'Sara Lindgren', at: NOW } as const
    showBoard({ me: karin, sound, fetch: telling(alert({ asked: true, ended })) })
    ring()
    await expect.poll(words).toContain('Sara Lindgren tar: Anna (H-01)')
    expect(words()).not.toMatch(/Webbläsaren/)
  })

  test('[Q3] and then who has seen it and when', async () => {
    const ended = { how: 'seen', by: 'Sara Lindgren', at: NOW } as const
    showBoard({ me: karin, fetch: telling(alert({ asked: true, ended, call })) })
    ring()
    await expect.poll(words).toContain('Sedd av Sara Lindgren: Anna (H-01) 09:42')
    expect(banner.getByRole('link').elements()).toEqual([])
    await banner.getByRole('button', { name: 'Stäng' }).click()
    await expect.element(banner).not.toBeInTheDocument()
  })

  test('[Q4] one of another board goes by its code and its board', async () => {
    const elsewhere = { board: boardId.parse('halmstad'), boardName: 'Halmstad' }
    showBoard({ me: sara, fetch: telling(alert(elsewhere)) })
    ring()
    await expect.poll(words).toContain('Halmstad Akut, ej sedd: H-01')
    await expect.element(banner.getByRole('button', { name: 'Sedd' })).not.toBeInTheDocument()
    await banner.getByRole('button', { name: 'Visa' }).click()
    expect(location.pathname + location.search).toBe(`/board/halmstad?case=${anna}`)
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

  test('[Q3] [Q6] an end politely, whoever ended it and however far it was', () => {
    const ended = { how: 'seen', by: 'Sara Lindgren', at: NOW } as const
    expect(tell([alert({ asked: true, ended })])).toMatchObject({
      alarmed: [],
      said: ['Sedd av Sara Lindgren: H-01'],
    })
  })

  test.each([
    [
      'the last step, to who asked,',
      { step: 'full', asked: true },
      'Ingen läkare har svarat: H-01',
    ],
    ['the last step, to others,', { step: 'full' }, 'Akut, fortfarande ej sedd: H-01'],
    ['rest', { step: 'resting' }, 'Teamet är inte på plats, ingen läkare larmas: H-01'],
    [
      'that a case waits no longer',
      { ended: { how: 'gone', by: null, at: NOW } },
      'Väntar inte längre som akut: H-01',
    ],
  ] as const)('[Q2] [Q3] [Q5] %s is read out in words', (_, more, said) => {
    expect(tell([alert(more)]).said).toEqual([said])
  })

  test('[Q6] of several that come together each is read out', () => {
    const other = { event: 2, code: 'H-02' }
    expect(tell([alert(), alert(other)]).alarmed).toEqual(['Ny akut: H-01. Ny akut: H-02'])
    expect(tell([alert({ step: 'again' }), alert({ ...other, step: 'again' })]).said).toEqual([
      'Akut, fortfarande ej sedd: H-01. Akut, fortfarande ej sedd: H-02',
    ])
  })

  test('[Q5] [Q6] one sound for all that is new, none outside the team’s hours or for an end', () => {
    expect(tell([alert(), alert({ event: 2 })]).play).toHaveBeenCalledOnce()
    expect(tell([alert({ sounds: false, step: 'resting' })]).play).not.toHaveBeenCalled()
    const ended = { how: 'seen', by: null, at: NOW } as const
    expect(tell([alert({ asked: true, ended })]).play).not.toHaveBeenCalled()
  })
})
