import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { partWords } from '../../../client/i18n/part-words.ts'
import { WRITERS, type Part } from '../../../shared/access.ts'
import { showBoard } from './stage.ts'

const PARTS = Object.keys(WRITERS) as Part[]

test('[U20] the help says who changes what, each part once, with those of one role apart', async () => {
  showBoard()
  await userEvent.keyboard('?')
  const help = page.getByRole('dialog', { name: 'Hjälp' })
  await expect.element(help).toBeVisible()
  const rows = [...help.element().querySelectorAll('dl:last-of-type dt')].map((term) => ({
    who: term.textContent,
    parts: term.nextElementSibling?.textContent.split(/\s·\s/) ?? [],
  }))
  const named = (...parts: Part[]) => parts.map((part) => partWords[part]())
  expect(rows.map(({ who }) => who)).toEqual([
    'Sjuksköterska, läkare och samordnare',
    'Läkare',
    'Sjuksköterska',
    'Samordnare',
    'Observatör',
  ])
  expect(rows.flatMap(({ parts }) => parts).toSorted()).toEqual(
    [...named(...PARTS), 'Läser, ändrar inget'].toSorted(),
  )
  expect(rows.slice(1, 4).map(({ parts }) => parts)).toEqual([
    named('seen', 'documentedRegion'),
    named('documentedMunicipality'),
    named('settings'),
  ])
})
