import type * as Y from 'yjs'
import { NO_SETTINGS } from '../../shared/board.ts'
import { boardOfCases } from '../../server/demo/board-of-cases.ts'
import { demoTime } from '../../server/demo/demo-time.ts'
import { DEMO_CASES } from '../../server/demo/seed.ts'
import { aPerson } from './person.ts'

const TEAM = {
  settings: { ...NO_SETTINGS, name: 'Demo' },
  people: [
    aPerson('karin', 'nurse', 'Karin'),
    aPerson('amina', 'nurse', 'Amina'),
    aPerson('sara', 'doctor', 'Sara'),
    aPerson('jonas', 'doctor', 'Jonas'),
    aPerson('maria', 'manager', 'Maria'),
  ],
}

export const DEMO_BOARDS = Object.keys(DEMO_CASES)

/** A demo board as it would be seeded at that moment. */
export function demoBoard(name: string, now: number): Y.Doc {
  const cases = DEMO_CASES[name]
  if (!cases) throw new Error(`there is no demo board ${name}`)
  return boardOfCases(cases(demoTime(now)), TEAM)
}
