import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { supersededText, supersededTitle } from '../../../client/ui/superseded-text.ts'
import { readPeople } from '../../../shared/board-document.ts'
import { readCase } from '../../../shared/read-case.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Superseded } from '../../../shared/ruling.ts'
import { anna, berit } from '../../shared/support/board.ts'
import { amina, asAmina, karin, NOW, threeWaiting } from '../board/stage.ts'

const at = (clock: string) => Date.parse(`2026-03-10T${clock}:00+01:00`)

/** Karin's change from 09:12 that Amina's from 09:40 stands instead of. */
function ruling(part: string, theirs: object, mine: object, about: Partial<Superseded> = {}) {
  return {
    kind: 'superseded',
    because: 'newer',
    case: anna,
    part,
    kept: { value: { ...theirs, at: at('09:40') }, at: at('09:40'), by: amina.id },
    yours: { value: { ...mine, at: at('09:12') }, at: at('09:12') },
    ...about,
  } as Superseded
}

function told(one: Superseded, doc: Y.Doc = threeWaiting(), me = karin): string {
  const board = {
    me,
    people: readPeople(doc),
    settings: NO_SETTINGS,
    case: (id: CaseId) => readCase(doc, id),
  }
  return `${supersededTitle(one, board)}: ${supersededText(one, board, NOW)}`
}

const rank = 'a0'
const moved = ruling('place', { lane: 'followup', rank }, { lane: 'acute', rank })
const level = (name: string) => ({ level: name, by: 'karin' })

describe('who lost against a newer decision is told', () => {
  test('[U18] who moved the card where and when, and whereto oneself', () => {
    expect(told(moved)).toBe(
      'Anna: Amina flyttade kortet 09:40 till Uppföljning. Din ändring från 09:12 till Akut används inte.',
    )
  })

  test('[U18] of two spots in one lane only that one’s own is not used', () => {
    const spot = ruling('place', { lane: 'acute', rank: 'a1' }, { lane: 'acute', rank })
    expect(told(spot)).toBe(
      'Anna: Amina flyttade kortet 09:40 till Akut. Din ändring från 09:12 används inte.',
    )
  })

  test('[U18] which part, with what stands and what does not', () => {
    const reason = ruling('reason', { text: 'Fall' }, { text: `Feber${' och hosta'.repeat(9)}` })
    expect(told(reason)).toBe(
      'Anna · Kontaktorsak: Amina ändrade 09:40 till ”Fall”. Din ändring från 09:12 till ”Feber och hosta och hosta och hosta och hosta och hosta och…” används inte.',
    )
  })

  test.each([
    [{ at: at('09:40'), by: karin.id }, 'Du ändrade 09:40 till Idag.'],
    [{ at: at('09:40'), by: null }, 'Okänd person ändrade 09:40 till Idag.'],
    [
      { at: Date.parse('2026-03-08T21:05:00+01:00'), by: amina.id },
      'Amina ändrade 8 mars 21:05 till Idag.',
    ],
  ])('[U18] by whom and when, as far as is known', (kept, expected) => {
    const one = ruling('priority', {}, level('acute'), {
      kept: { value: { ...level('today'), at: 1 }, ...kept },
    })
    expect(told(one)).toContain(`Anna · Prioritet: ${expected}`)
  })

  test('[U18] that the case is at an end', () => {
    const mine = { how: null, reason: '', by: 'karin' }
    const voided = { how: 'voided', reason: 'Dubblett', by: amina.id }
    expect(told(ruling('closed', voided, mine))).toBe(
      'Anna: Amina makulerade ärendet 09:40. Din ändring från 09:12 används inte.',
    )
    expect(told(ruling('closed', mine, voided))).toContain('Amina ändrade 09:40 till öppet.')
  })
})

describe('who did what the case does not allow is told', () => {
  const priority = (because: Superseded['because']) =>
    ruling('priority', level('today'), level('acute'), { because })

  test('[U18] that it was closed meanwhile, by whom and when', () => {
    const doc = threeWaiting()
    finishCase(doc, { case: anna, outcome: 'neither' }, asAmina(at('09:40')))
    voidCase(doc, { case: berit, reason: 'Dubblett' }, asAmina(at('09:40')))
    const own = 'Din ändring från 09:12 till Akut används inte.'
    expect(told(priority('closed'), doc)).toBe(
      `Anna · Prioritet: Amina avslutade ärendet 09:40. ${own}`,
    )
    expect(told({ ...priority('closed'), case: berit }, doc)).toBe(
      `Berit · Prioritet: Amina makulerade ärendet 09:40. ${own}`,
    )
    expect(told(priority('closed'))).toBe(`Anna · Prioritet: Ärendet var avslutat. ${own}`)
  })

  test.each([
    ['outcome-missing', 'utfallet saknas'],
    ['receipt-missing', 'vårdcentralen har inte kvitterat'],
  ] as const)('[U18] what closing it takes: %s', (because, words) => {
    const closed = { how: 'closed', reason: '', by: 'karin' }
    const one = ruling('closed', { ...closed, how: null }, closed, { because })
    expect(told(one)).toBe(
      `Anna: Ärendet är inte avslutat: ${words}. Din ändring från 09:12 används inte.`,
    )
  })
})

test('[P4] of a protected identity a stranger learns the code and the lane, and no words', () => {
  const doc = threeWaiting()
  const shield = { case: anna, field: 'patient', value: { protected: true } } as const
  editField(doc, shield, asAmina())
  const reason = ruling('reason', { text: 'Fall' }, { text: 'Feber' })
  expect(told(reason, doc)).toBe(
    'H-07 · Kontaktorsak: Amina ändrade 09:40. Din ändring från 09:12 används inte.',
  )
  expect(told(moved, doc)).toContain('H-07: Amina flyttade kortet 09:40 till Uppföljning.')
  editField(doc, { case: anna, field: 'nurse', value: { id: karin.id } }, asAmina())
  expect(told(reason, doc)).toContain('till ”Fall”')
})
