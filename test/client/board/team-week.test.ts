import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  calleesIn,
  calleesText,
  hoursIn,
  hoursText,
} from '../../../client/surfaces/board/settings/setting-text.ts'
import { readSettings } from '../../../shared/board-document.ts'
import { maria, showBoard } from './stage.ts'

describe('a day’s hours', () => {
  test.each([
    ['', undefined],
    ['–', null],
    ['-', null],
    ['10:00–15:00', { opens: '10:00', closes: '15:00' }],
    ['8.30 - 12.00', { opens: '08:30', closes: '12:00' }],
    ['förmiddag', 'bad'],
    ['10–15', { opens: '10:00', closes: '15:00' }],
    ['10–', 'bad'],
    ['10–12–15', 'bad'],
  ])('[U30] typed as %j are %j', (typed, hours) => {
    expect(hoursIn(typed)).toEqual(hours)
  })

  test('[U30] are shown as they are typed', () => {
    expect(hoursText({ opens: '10:00', closes: '15:00' })).toBe('10:00–15:00')
    expect(hoursText(null)).toBe('–')
    expect(hoursText(undefined)).toBe('')
  })
})

describe('whom to call', () => {
  test.each([
    ['Jourläkarbilen 070-174 06 11', [{ name: 'Jourläkarbilen', phone: '070-174 06 11' }]],
    ['Kväll och natt: +46 70 174 06 10', [{ name: 'Kväll och natt', phone: '+46 70 174 06 10' }]],
    ['Jour 2, 112', [{ name: 'Jour 2', phone: '112' }]],
    ['\nNödläge 112\n\n', [{ name: 'Nödläge', phone: '112' }]],
    ['', []],
    ['Nödläge', null],
    ['112', null],
  ])('[U30] typed as %j is %j', (typed, callees) => {
    expect(calleesIn(typed)).toEqual(callees)
  })

  test('[U30] is shown as it is typed', () => {
    const callees = [
      { name: 'Kväll och natt', phone: '070-174 06 10' },
      { name: 'Nödläge', phone: '112' },
    ]
    expect(calleesIn(calleesText(callees))).toEqual(callees)
  })
})

test('[U30] a manager sets a day’s hours and whom to call, and is told what is wrong', async () => {
  const { doc } = showBoard({ me: maria })
  await page.getByRole('button', { name: /^Maria Sand/ }).click()
  await page.getByRole('button', { name: 'Tavlans inställningar' }).click()
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const settings = () => readSettings(doc)
  const type = async (name: string, text: string) => {
    await field(name).fill(text)
    await userEvent.tab()
  }
  await type('Fre', '10:00–15:00')
  await type('Ons', '–')
  expect(settings().otherHours).toEqual({ fri: { opens: '10:00', closes: '15:00' }, wed: null })
  await type('Ons', '')
  expect(settings().otherHours).toEqual({ fri: { opens: '10:00', closes: '15:00' } })
  await type('Tis', '15:00–10:00')
  await expect.element(field('Tis')).toHaveAccessibleDescription(/Skriv tider, som 10:00–15:00/)
  expect(settings().otherHours).not.toHaveProperty('tue')
  await type('Ring när teamet har stängt', 'Jourläkarbilen 070-174 06 11')
  expect(settings().outOfHours).toEqual([{ name: 'Jourläkarbilen', phone: '070-174 06 11' }])
  await type('Ring när teamet har stängt', 'Jourläkarbilen')
  await expect
    .element(field('Ring när teamet har stängt'))
    .toHaveAccessibleDescription(/namn och nummer på varje rad/)
})
