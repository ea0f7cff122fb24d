import { describe, expect, test } from 'vitest'
import { casesOf, entryOf, readLane } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { CASES_PER_BOARD, LABEL_MAX, REASON_MAX, SBAR_MAX } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import * as Y from 'yjs'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  caseIn,
  caseNumber,
  copyOf,
  exchange,
  karin,
  labelsIn,
  requestFor,
} from '../support/board.ts'

const empty = () => new Y.Doc()

describe('createCase', () => {
  test('[B2] a new case has everything the request said, and who asked when', () => {
    const doc = empty()
    const command = { ...requestFor(anna), mission: 'basic-home-care', nurse: karin } as const
    expect(createCase(doc, command, asKarin(1_000))).toEqual(done)
    expect(caseIn(doc, anna)).toMatchObject({
      id: anna,
      lane: 'incoming',
      patient: { ref: null, label: 'Anna', birthYear: 1935, area: 'Åsa', at: 1_000 },
      reason: { text: 'Feber, misstänkt pneumoni', at: 1_000 },
      priority: { level: 'today', by: karin, at: 1_000 },
      request: { since: 'i går', healthCentre: 'Åsa vårdcentral', by: karin },
      mission: { id: 'basic-home-care' },
      nurse: { id: karin },
      doctor: { id: null },
      meta: null,
    })
  })

  test('[B2] a new case has all its nested types, also those without content', () => {
    const doc = empty()
    createCase(doc, { ...requestFor(anna), sbar: { situation: 'Trött' } }, asKarin())
    const entry = entryOf(doc, anna)
    expect(entry?.get('tasks')).toBeInstanceOf(Y.Map)
    expect(entry?.get('comments')).toBeInstanceOf(Y.Array)
    expect(caseIn(doc, anna).sbar).toEqual({
      situation: 'Trött',
      background: '',
      assessment: '',
      recommendation: '',
    })
    expect((entry?.get('sbar') as Y.Map<unknown>).get('recommendation')).toBeInstanceOf(Y.Text)
  })

  test('[B10] a new case stands last in incoming, however acute it is', () => {
    const doc = boardWith(anna)
    createCase(doc, { ...requestFor(berit), priority: 'acute' }, asSara())
    expect(labelsIn(doc, 'incoming')).toEqual(['Anna', 'Berit'])
    expect(readLane(doc, 'acute')).toEqual([])
  })

  test('[B3] two people who each create a case while apart have both afterwards', () => {
    const here = boardWith()
    const there = copyOf(here)
    createCase(here, requestFor(anna), asKarin())
    createCase(there, requestFor(berit), asSara())
    exchange(here, there)
    expect(labelsIn(here, 'incoming')).toEqual(['Anna', 'Berit'])
    expect(labelsIn(there, 'incoming')).toEqual(['Anna', 'Berit'])
  })

  test('[B11] a value beyond its limits refuses the whole case', () => {
    const ask = requestFor(anna)
    const patient = ask.patient
    const tooMuch = [
      { ...ask, patient: { ...patient, label: '' } },
      { ...ask, patient: { ...patient, label: '   ' } },
      { ...ask, patient: { ...patient, label: 'x'.repeat(LABEL_MAX + 1) } },
      { ...ask, patient: { ...patient, birthYear: 19350 } },
      { ...ask, reason: 'x'.repeat(REASON_MAX + 1) },
      { ...ask, sbar: { background: 'x'.repeat(SBAR_MAX + 1) } },
      { ...ask, id: 'anna' as typeof anna },
    ]
    for (const command of tooMuch) {
      const doc = empty()
      expect(createCase(doc, command, asKarin())).toEqual(refused('invalid-value'))
      expect(casesOf(doc).size).toBe(0)
    }
  })

  test('[B2] an id that is taken changes nothing', () => {
    const doc = boardWith(anna)
    const again = { ...requestFor(anna), reason: 'Fall' }
    expect(createCase(doc, again, asKarin())).toEqual(refused('nothing-changed'))
    expect(caseIn(doc, anna).reason.text).toBe('Feber, misstänkt pneumoni')
  })

  test('[P1] an observer asks for nothing', () => {
    const doc = empty()
    const observer = { ...asKarin(), role: 'observer' } as const
    expect(createCase(doc, requestFor(anna), observer)).toEqual(refused('not-allowed'))
    expect(casesOf(doc).size).toBe(0)
  })

  test('[B11] a full board takes no more', () => {
    const doc = empty()
    for (let n = 0; n < CASES_PER_BOARD; n++) casesOf(doc).set(caseNumber(100 + n), new Y.Map())
    expect(createCase(doc, requestFor(anna), asKarin())).toEqual(refused('board-full'))
  })
})
