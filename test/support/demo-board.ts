import type * as Y from 'yjs'
import { NO_SETTINGS } from '../../shared/board.ts'
import { userId } from '../../shared/ids.ts'
import type { Role } from '../../shared/person.ts'
import { boardOfCases } from '../../server/demo/board-of-cases.ts'
import { demoTime } from '../../server/demo/demo-time.ts'
import { DEMO_CASES } from '../../server/demo/seed.ts'

const person = (name: string, role: Role) => ({
  id: userId.parse(name.toLowerCase()),
  name,
  initials: name.slice(0, 1),
  role,
})

const TEAM = {
  settings: { ...NO_SETTINGS, name: 'Demo' },
  people: [
    person('Karin', 'nurse'),
    person('Amina', 'nurse'),
    person('Sara', 'doctor'),
    person('Jonas', 'doctor'),
    person('Maria', 'manager'),
  ],
}

export const DEMO_BOARDS = Object.keys(DEMO_CASES)

/** A demo board as it would be seeded at that moment. */
export function demoBoard(name: string, now: number): Y.Doc {
  const cases = DEMO_CASES[name]
  if (!cases) throw new Error(`there is no demo board ${name}`)
  return boardOfCases(cases(demoTime(now)), TEAM)
}
