import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Link } from '../../../client/state/board-link.svelte.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { userId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/person.ts'
import { anna, berit, cleo, cameAt, doris, requestFor } from '../../shared/support/board.ts'
import { asAmina, elsewhere, karin, NOW, threeWaiting } from '../board/stage.ts'
import { running, showMeeting, StagedServer } from './stage.ts'

const observer: Person = { ...karin, id: userId.parse('olle'), role: 'observer' }
const { keyboard } = userEvent
const name = (text: string | RegExp) => page.getByRole('heading', { level: 2, name: text })
const progress = (text: string) => page.getByText(text, { exact: true })
const start = page.getByRole('button', { name: 'Starta mötet' })

async function begin(): Promise<void> {
  await expect.element(start).toHaveFocus()
  await keyboard('{Enter}')
  await expect.element(name(/Anna/)).toBeVisible()
}

test('[M8] keys alone start it and step, in a field too as a remote does, and Escape leaves', async () => {
  showMeeting()
  await begin()
  await expect.element(progress('1 av 3')).toBeVisible()
  for (const key of ['{PageDown}', '{PageUp}', '{ArrowRight}', '{ArrowLeft}', ' ']) {
    await keyboard(key)
    const there = ['{PageDown}', '{ArrowRight}', ' '].includes(key)
    await expect.element(name(there ? /Berit/ : /Anna/)).toBeVisible()
  }
  await page.getByLabelText('Anteckning till protokollet').click()
  await keyboard('{ArrowRight} ')
  await expect.element(name(/Berit/)).toBeVisible()
  await keyboard('{PageDown}')
  await expect.element(name(/Cleo/)).toBeVisible()
  await keyboard('{PageDown}')
  await expect.element(name('Sammanfattning')).toBeVisible()
  await keyboard('{PageUp}')
  await expect.element(name(/Cleo/)).toBeVisible()
  await keyboard('{Escape}')
  expect(location.pathname).toBe('/board/kungsbacka')
})

test('[M8] Escape in the note takes back what was typed, and leaves only the field', async () => {
  showMeeting()
  await begin()
  const note = page.getByLabelText('Anteckning till protokollet')
  await note.fill('Fel ärende')
  await keyboard('{Escape}')
  await expect.element(note).toHaveValue('')
  await expect.element(note).not.toHaveFocus()
  expect(location.pathname).toBe('/meeting/kungsbacka')
})

test('[M2] what comes and goes meanwhile moves nobody’s present case', async () => {
  const { doc } = showMeeting()
  await begin()
  await keyboard('{PageDown}')
  await expect.element(name(/Berit/)).toBeVisible()
  elsewhere(doc, (copy) => {
    createCase(copy, { ...requestFor(doris), priority: 'acute' }, asAmina())
    cameAt(copy, doris, NOW)
    voidCase(copy, { case: anna, reason: 'Fel patient' }, asAmina(NOW + 1))
  })
  await expect.element(progress('3 av 4')).toBeVisible()
  await expect.element(name(/Berit/)).toBeVisible()
  elsewhere(doc, (copy) => voidCase(copy, { case: berit, reason: 'Fel' }, asAmina(NOW + 2)))
  await expect.element(page.getByText('Ärendet är avslutat.')).toBeVisible()
  await expect.element(name(/Berit/)).toBeVisible()
})

test('[M1] what is unchanged is only counted, also before it begins', async () => {
  const doc = threeWaiting()
  cameAt(doc, berit, NOW - 3 * 86_400_000)
  showMeeting({ doc })
  await expect.element(page.getByText(/1 oförändrade/)).toBeVisible()
  await begin()
  await expect.element(progress('1 av 2')).toBeVisible()
  await expect.element(progress('1 oförändrade')).toBeVisible()
})

test('[M9] time is counted past the ten minutes, and nothing else happens', async () => {
  const { pass } = showMeeting()
  await begin()
  await expect.element(page.getByText('00:07 av 10 min')).toBeVisible()
  pass(663)
  await expect.element(page.getByText('11:10 av 10 min')).toBeVisible()
  await expect.element(page.getByText('11:03 på ärendet')).toBeVisible()
  expect(document.querySelector('[role=alert]')?.textContent).toBe('')
})

const reading: Link = { begun: true, synced: true, access: 'read', ended: null }

test('[M4] who only reads starts no meeting', async () => {
  showMeeting({ link: reading })
  await expect.element(page.getByText(/när någon har startat/)).toBeVisible()
  expect(start.query()).toBeNull()
})

test('[M4] who only reads joins the one that is under way, and agrees on nothing', async () => {
  const server = new StagedServer()
  server.running = running
  showMeeting({ server, link: reading, me: observer })
  await expect
    .element(page.getByText('Pågår sedan 09:42, startat av Karin Lindqvist'))
    .toBeVisible()
  await page.getByRole('button', { name: 'Gå med i mötet' }).click()
  await expect.element(name(/Anna/)).toBeVisible()
  expect(page.getByRole('combobox').query()).toBeNull()
  expect(page.getByRole('textbox').query()).toBeNull()
})

test('[M10] without the server it does not start, and says so', async () => {
  const server = new StagedServer()
  showMeeting({ server })
  await expect.element(start).toHaveFocus()
  server.isThere = false
  await keyboard('{Enter}')
  await expect.element(page.getByText('Mötet kunde inte starta.')).toBeVisible()
  server.isThere = true
  await start.click()
  await expect.element(name(/Anna/)).toBeVisible()
})

test('[M1] where nothing is new there is nothing to go through, and it can be ended', async () => {
  const doc = threeWaiting()
  for (const id of [anna, berit, cleo]) cameAt(doc, id, NOW - 3 * 86_400_000)
  showMeeting({ doc })
  await start.click()
  await expect.element(page.getByText('Inget att gå igenom')).toBeVisible()
  await expect.element(progress('3 oförändrade')).toBeVisible()
  await keyboard('{PageDown}')
  await expect.element(page.getByRole('button', { name: 'Avsluta mötet' })).toBeVisible()
})
