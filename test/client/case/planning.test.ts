import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { latestMoment, parseClock } from '../../../client/ui/parse-clock.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { scheduleVisit } from '../../../shared/commands/schedule-visit.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { anna, berit, fieldIn } from '../../shared/support/board.ts'
import { asAmina, boardOfAnna, NOW, people, show } from './stage.ts'

const at = (time: string) => Date.parse(`${time}:00+01:00`)
const field = (name: string) => page.getByLabelText(name, { exact: true })
const button = (name: string | RegExp) => page.getByRole('button', { name })

describe('the visit', () => {
  test('[U10] day, time, company and crew are saved as one plan by Enter', async () => {
    const { doc, notices } = show(people.karin)
    await button('Ändra besöksplan').click()
    await expect.element(field('Dag')).toHaveValue('2026-03-10')
    await field('Klockan').fill('1030')
    await page.getByRole('checkbox', { name: 'Gemensamt besök' }).click({ force: true })
    await page.getByRole('checkbox', { name: 'Sara Lindgren' }).click({ force: true })
    await field('Klockan').click()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('I dag 10:30')).toBeVisible()
    await expect.element(button('Ändra besöksplan')).toHaveFocus()
    expect(fieldIn(doc, anna, 'visit')).toMatchObject({
      start: at('2026-03-10T10:30'),
      joint: true,
      crew: ['sara'],
    })
    expect(notices.toast?.text).toBe('Du satte besökstid I dag 10:30 för Anna')
  })

  test('[U10] a time that cannot be read stays, with how to write it', async () => {
    const { doc } = show(people.karin)
    await button('Ändra besöksplan').click()
    await field('Klockan').fill('halv elva')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('Skriv tiden som 10:30.')
    expect(fieldIn(doc, anna, 'visit').start).toBeNull()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByText('Ingen tid planerad')).toBeVisible()
  })

  test('[U10] leaving the plan for another field saves it', async () => {
    const { doc } = show(people.karin)
    await button('Ändra besöksplan').click()
    await field('Klockan').fill('11')
    await field('Skriv till teamet').click()
    await expect.element(page.getByText('I dag 11:00')).toBeVisible()
    await expect.element(field('Skriv till teamet')).toHaveFocus()
    expect(fieldIn(doc, anna, 'visit').start).toBe(at('2026-03-10T11:00'))
  })

  test('[B14] one tap takes a step with its time, and takes it back', async () => {
    const { doc } = show(people.sara)
    await button('På väg').click()
    await expect.element(button('På väg 09:43')).toHaveAttribute('aria-pressed', 'true')
    expect(fieldIn(doc, anna, 'visitStatus')).toMatchObject({ status: 'underway', underway: NOW })
    await button('Framme').click()
    await expect.element(button(/^På väg/)).toBeDisabled()
    await button('Framme 09:43').click()
    await expect.element(button('Framme')).toHaveAttribute('aria-pressed', 'false')
    expect(fieldIn(doc, anna, 'visitStatus')).toMatchObject({ status: 'underway', arrived: null })
  })

  test('[B14] a step that somebody else takes shows at once', async () => {
    const { elsewhere } = show(people.karin)
    setVisitStatus(elsewhere, { case: anna, status: 'arrived' }, asAmina())
    await expect.element(button(/^Framme 09:43/)).toBeVisible()
  })
})

describe('who goes', () => {
  /** Berit's visit at 10:30 is Sara's. */
  const withBerit = () => {
    const doc = boardOfAnna(berit)
    editField(doc, { case: berit, field: 'nurse', value: { id: null } }, asAmina())
    const plan = { case: berit, start: at('2026-03-10T10:30'), doctor: people.sara.id }
    scheduleVisit(doc, plan, asAmina())
    return doc
  }

  test('[U45] the form says before it is saved that somebody is wanted elsewhere', async () => {
    const doc = withBerit()
    show(people.karin, { doc })
    await button('Ändra besöksplan').click()
    await field('Klockan').fill('11')
    await page.getByRole('checkbox', { name: 'Sara Lindgren' }).click({ force: true })
    const warning = page.getByText('Sara Lindgren har redan Berit 10:30')
    await expect.element(warning).toBeVisible()
    await field('Klockan').fill('11:15')
    await expect.element(warning).not.toBeInTheDocument()
    await field('Klockan').fill('10:15')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('I dag 10:15')).toBeVisible()
    await expect.element(warning).toBeVisible()
    expect(fieldIn(doc, anna, 'visit').start).toBe(at('2026-03-10T10:15'))
  })

  test('[U46] a time can be chosen from the quarters of the team’s day', async () => {
    show(people.karin)
    await button('Ändra besöksplan').click()
    const list = (field('Klockan').element() as HTMLInputElement).list
    const quarters = [...(list?.options ?? [])].map(({ value }) => value)
    expect(quarters.slice(0, 3)).toEqual(['08:00', '08:15', '08:30'])
    expect(quarters.at(-1)).toBe('16:45')
  })

  test('[U46] another doctor gets the visit in one choice, which says so', async () => {
    const { doc, notices } = show(people.karin, { doc: withBerit(), shows: berit })
    await page.getByLabelText('Läkare', { exact: true }).selectOptions('Jonas Ekberg')
    expect(fieldIn(doc, berit, 'doctor').id).toBe(people.jonas.id)
    expect(notices.toast?.text).toBe('Du lämnade över Berit till Jonas Ekberg')
  })
})

describe('the follow-up', () => {
  test.each([
    ['24 h', '2026-03-11T09:45'],
    ['48–72 h', '2026-03-12T09:45'],
    ['7 dygn', '2026-03-17T09:45'],
  ])('[U10] %s is one tap', async (name, due) => {
    const { doc } = show(people.karin)
    await button(name).click()
    await expect.poll(() => fieldIn(doc, anna, 'followUp').due).toBe(at(due))
  })

  test('[U10] what to check and when to call are texts like others', async () => {
    const { doc } = show(people.karin)
    await button(/^Ring läkare om/).click()
    await page.getByRole('textbox', { name: 'Ring läkare om' }).fill('SpO₂ under 88 %')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => fieldIn(doc, anna, 'followUp').callIf).toBe('SpO₂ under 88 %')
  })

  test('[U47] each choice says in words when that is', async () => {
    show(people.karin)
    await expect.element(button('24 h')).toHaveAccessibleDescription('I morgon 09:45')
    await expect.element(button('30 dygn')).toHaveAccessibleDescription('Tors 9 april 10:45')
  })

  test('[U47] one that is overdue says so in words', async () => {
    show(people.karin)
    await button('24 h').click()
    await expect.element(page.getByText('I morgon 09:45')).toBeVisible()
    await expect.element(page.getByText('om 1 dygn')).toBeVisible()
    await button('Ändra uppföljning').click()
    await field('Dag').fill('2026-03-09')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('försenad 23 tim')).toBeVisible()
  })
})

describe('parseClock', () => {
  test.each([
    ['1030', '10:30'],
    ['10.30', '10:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['24:00', null],
    ['10:75', null],
    ['', null],
  ])('[U10] %j is read as %j', (typed, expected) => {
    expect(parseClock(typed)).toBe(expected)
  })
})

describe('latestMoment', () => {
  test.each([
    ['23:50', '2026-03-10T00:10', '2026-03-09T23:50'],
    ['00:05', '2026-03-10T00:10', '2026-03-10T00:05'],
    ['00:12', '2026-03-10T00:10', '2026-03-10T00:12'],
  ])('[U10] %s typed at %s is %s', (clock, now, expected) => {
    expect(latestMoment(clock, at(now))).toBe(at(expected))
  })
})
