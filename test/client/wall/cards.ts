import type { WallBoard, WallCard } from '../../../shared/wall.ts'

/** Tuesday 10 March 2026, 10:42 in Stockholm. */
export const NOW = Date.parse('2026-03-10T10:42:00+01:00')

/** "10:30" on that day. */
export const today = (clock: string): number => Date.parse(`2026-03-10T${clock}:00+01:00`)

export const MINUTE = 60_000

/** A planned visit that nothing has happened to; `code` and `since` should differ between cards. */
export const cardWith = (facts: Partial<WallCard>): WallCard => ({
  code: 'H-01',
  lane: 'today',
  priority: 'today',
  area: 'Onsala',
  protected: false,
  nurse: 'KL',
  doctor: 'SL',
  since: today('08:00'),
  seenAt: today('08:10'),
  visitStart: null,
  joint: false,
  visitStatus: 'planned',
  visitStatusAt: null,
  followUpDue: null,
  handbackSentAt: null,
  handbackReceived: false,
  touchedAt: today('08:10'),
  alert: null,
  ...facts,
})

/** So many cards in a row: H-10, H-11, … each a minute younger than the last. */
export const cards = (count: number, factsOf: (i: number) => Partial<WallCard>): WallCard[] =>
  Array.from({ length: count }, (_, i) =>
    cardWith({ code: `H-${10 + i}`, since: today('07:00') + i * MINUTE, ...factsOf(i) }),
  )

export const codes = (shown: readonly WallCard[]): string[] => shown.map((card) => card.code)

export const team: WallBoard = {
  name: 'Kungsbacka',
  team: 'Team Norr',
  phone: '070-174 06 00',
  labels: {},
  people: [
    { initials: 'KL', role: 'nurse' },
    { initials: 'AH', role: 'nurse' },
    { initials: 'SL', role: 'doctor' },
    { initials: 'JE', role: 'doctor' },
    { initials: 'MN', role: 'manager' },
  ],
}
