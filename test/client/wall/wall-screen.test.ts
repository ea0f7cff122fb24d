import { mount, unmount } from 'svelte'
import { afterEach, describe, expect, test } from 'vitest'
import '../../../client/styles/base.css'
import '../../../client/styles/fonts.css'
import '../../../client/styles/tokens.css'
import { locales, overwriteGetLocale } from '../../../client/i18n/paraglide/runtime.js'
import { WallFreshness } from '../../../client/surfaces/wall/freshness.svelte.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import type { Role } from '../../../shared/person.ts'
import type { WallDuty } from '../../../shared/wall-duty.ts'
import type { WallCard } from '../../../shared/wall.ts'
import { cards, cardWith, MINUTE, NOW, team, today } from './cards.ts'
import WallStage from './WallStage.svelte'

/** As many cards as there is room for, each with the longest texts that it may carry. */
const fullAt = (now: number): WallCard[] => [
  ...cards(4, (i) => ({
    code: `H-12${i}`,
    lane: 'acute',
    since: now - 1_000 * MINUTE,
    seenAt: i === 0 ? null : now,
    area: 'Kungsbacka centrum norra',
  })),
  ...cards(12, (i) => ({
    code: `H-2${10 + i}`,
    visitStart: now + i * 20 * MINUTE,
    priority: i % 2 ? 'within48h' : 'planned',
    area: 'Kungsbacka centrum norra',
    ...(i < 4 ? { visitStatus: 'finished', visitStatusAt: now } : {}),
    ...(i === 5 ? { doctor: null } : {}),
    ...(i === 6 ? { protected: true, area: '' } : {}),
  })),
  ...cards(8, (i) => ({
    code: `H-3${10 + i}`,
    lane: 'followup',
    followUpDue: now - 60 * MINUTE + i * 1_440 * MINUTE,
    area: 'Kungsbacka centrum norra',
  })),
  ...cards(60, () => ({ lane: 'incoming', since: now - 40 * MINUTE })),
  ...cards(12, () => ({ lane: 'handback', handbackSentAt: now - 3_000 * MINUTE })),
]
const initials = ['AB', 'CD', 'EF', 'GH', 'IJ', 'KL', 'MN']
const people = (['doctor', 'nurse'] as const).flatMap((role) =>
  initials.map((one) => ({ initials: one, role })),
)

let shown: Record<string, unknown> | null = null

/** Shows the wall as it looks after so many seconds of silence. */
async function showWall(
  silence: number,
  list = fullAt(NOW),
  now = NOW,
  duty: WallDuty | null = null,
): Promise<HTMLElement> {
  let seconds = 0
  const clock = () => seconds * 1_000
  const freshness = new WallFreshness({ wall: clock, steady: clock })
  freshness.heard(now + 7_000)
  seconds = silence
  freshness.check()
  const at = now + 14_000 + silence * 1_000
  const props = { at, cards: list, team: { ...team, people }, duty, freshness, demo: true }
  shown = mount(WallStage, { target: document.body, props })
  await document.fonts.ready
  const wall = document.querySelector('main')
  if (!wall) throw new Error('no wall is shown')
  return wall
}

afterEach(async () => {
  overwriteGetLocale(() => 'sv')
  if (shown) await unmount(shown)
  shown = null
})

const textElements = (wall: HTMLElement) =>
  [...wall.querySelectorAll<HTMLElement>('*')].filter((one) =>
    [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  )

/** Only an area's name may be cut short. */
const isCut = (one: HTMLElement) => getComputedStyle(one).textOverflow === 'ellipsis'

/** What sticks out of its cell, or lies over its neighbour. */
const overflowing = () => {
  const found = (selector: string, sticksOut: (one: HTMLElement) => boolean) =>
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter(sticksOut)
      .map((one) => `${one.tagName} ${one.textContent?.trim().slice(0, 60)}`)
  const wide = 'main, article, article > *, header, header > *, footer, footer > *, p, h2'
  return [
    ...found(wide, (one) => one.scrollWidth > one.clientWidth + 1 && !isCut(one)),
    ...found('article, section', (one) => one.scrollHeight > one.clientHeight + 1),
  ]
}

describe('the wall', () => {
  test.each([
    ['live', 0, 32],
    ['waiting', 30, 32],
    ['frozen', 70, 30],
  ] as const)(
    '[U6] %s, twenty-four cards fit, and no text is too small',
    async (_, silence, least) => {
      const wall = await showWall(silence)
      expect(wall.querySelectorAll('article')).toHaveLength(24)
      expect(overflowing()).toEqual([])
      const sizes = textElements(wall).map((one) => parseFloat(getComputedStyle(one).fontSize))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least)
    },
  )

  test.each(locales)('[U6] in %s the longest date fits beside the rest', async (locale) => {
    overwriteGetLocale(() => locale)
    const now = Date.parse('2026-09-23T10:42:00+02:00')
    await showWall(0, fullAt(now), now)
    expect(overflowing()).toEqual([])
  })

  test('[U5] live, it says when the server confirmed it', async () => {
    const wall = await showWall(0)
    expect(wall.textContent).toContain('Bekräftad 10:42:07')
    expect(wall.textContent).toContain('DEMO')
  })

  test('[U5] waiting, it says so', async () => {
    expect((await showWall(20)).textContent).toContain('Väntar på svar')
  })

  test('[U5] frozen, it says since when, what the time is and whom to call, and no timer runs', async () => {
    const wall = await showWall(9 * 60, [
      cardWith({ lane: 'acute', seenAt: null, since: today('10:15') }),
    ])
    const alert = wall.querySelector('[role=alert]')
    for (const words of ['Fryst sedan 10:42', '10:51', '9 min gammalt', '070-174 06 00'])
      expect(alert?.textContent).toContain(words)
    expect(wall.querySelector('article')?.textContent).toContain('sedan 10:15')
    expect(wall.querySelector('article')?.textContent).not.toMatch(/\d\d:\d\d.*\d\d:\d\d/)
  })

  const inFull = (count: number) => {
    const call = { name: 'Sara Lindgren-Wallenberg', phone: '070-174 06 11' }
    const since = NOW - 1_000 * MINUTE
    const area = 'Kungsbacka centrum norra'
    return cards(count, (i) => ({
      lane: 'acute',
      seenAt: null,
      code: `H-12${i}`,
      area,
      since,
      alert: { call },
    }))
  }

  test.each([1, 2, 3, 4])(
    '[Q2] of %i cases that nobody has answered three fit in full, in the place of the day',
    async (count) => {
      const wall = await showWall(0, inFull(count))
      const full = wall.querySelector('section[aria-label="Akut som väntar på läkare"]')
      expect(full?.querySelectorAll('article')).toHaveLength(Math.min(count, 3))
      for (const words of ['Ingen läkare har svarat', 'H-120', '070-174 06 11', '16:40'])
        expect(full?.textContent).toContain(words)
      expect(wall.textContent).not.toContain('Inga besök')
      expect(overflowing()).toEqual([])
      const sizes = textElements(wall).map((one) => parseFloat(getComputedStyle(one).fontSize))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(32)
    },
  )

  test('[U5] [Q2] a frozen wall shows nothing in full: it may be answered', async () => {
    expect((await showWall(70, inFull(1))).textContent).not.toContain('Ingen läkare har svarat')
  })

  test('[U6] what has no room is counted, with the unseen among it', async () => {
    const many = cards(7, () => ({ lane: 'acute', seenAt: null }))
    expect((await showWall(0, many)).textContent).toMatch(/\+4 till\s*4 ej sedd/)
  })

  const week = { hours: NO_SETTINGS.hours, otherHours: {}, daysOff: ['2026-06-19'] }
  const shift = (initials: string, role: Role, from: string, to: string) => ({
    ...{ initials, role, from: today(from), to: today(to) },
  })

  test('[V8] it shows those who are on duty, and not the rest of the team', async () => {
    const shifts = [
      shift('SL', 'doctor', '08:00', '12:00'),
      shift('JE', 'doctor', '12:00', '17:00'),
      shift('KL', 'nurse', '08:00', '17:00'),
    ]
    const wall = await showWall(0, [], NOW, { ...week, shifts, outOfHours: [] })
    const people = [...(wall.querySelector('footer')?.querySelectorAll('[role=img]') ?? [])]
    expect(people.map((one) => one.textContent)).toEqual(['SL', 'KL'])
  })

  test.each(locales)('[V8] in %s, outside hours, it says whom to call', async (locale) => {
    overwriteGetLocale(() => locale)
    const outOfHours = ['Kvälls- och nattpatrullen söder', 'Jourläkarbilen', 'Nödläge'].map(
      (name, i) => ({ name, phone: `070-174 06 1${i}` }),
    )
    const night = Date.parse('2026-09-23T17:01:00+02:00')
    const wall = await showWall(0, fullAt(night), night, { ...week, shifts: [], outOfHours })
    const foot = wall.querySelector('footer')
    for (const words of ['08:00', ...outOfHours.map(({ phone }) => phone)])
      expect(foot?.textContent).toContain(words)
    expect(overflowing()).toEqual([])
  })

  test('[U6] an empty wall is calm', async () => {
    const wall = await showWall(0, [])
    for (const words of ['Inget akut', 'Inga besök i dag', 'Inget att följa upp'])
      expect(wall.textContent).toContain(words)
    expect(overflowing()).toEqual([])
  })
})
