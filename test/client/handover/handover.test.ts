import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import Handover from '../../../client/surfaces/handover/Handover.svelte'
import { bringBack } from '../../../shared/commands/bring-back.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { planFollowUp } from '../../../shared/commands/plan-follow-up.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { prepareHandover } from '../../../shared/commands/prepare-handover.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { handoverListOf } from '../../../shared/handover-list.ts'
import { phaseOf } from '../../../shared/handover.ts'
import { NOTE_MAX } from '../../../shared/limits.ts'
import { anna, berit, caseIn, cleo } from '../../shared/support/board.ts'
import { handOverAll, MORNING } from '../../shared/support/nights.ts'
import { asAmina, elsewhere, NOW, showBoard, threeWaiting } from '../board/stage.ts'
import { hello } from '../hello.ts'

const button = (name: string | RegExp) => page.getByRole('button', { name })
const list = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) })
const names = (name: string) =>
  [...list(name).element().querySelectorAll('h3 a')].map(({ textContent }) => textContent)

/** Anna waits for her visit, with a recommendation; Berit is on the evening's list; Cleo came in. */
function anEvening() {
  const doc = threeWaiting()
  moveCase(doc, { case: anna, to: 'today', before: null }, asAmina())
  editSbar(doc, { case: anna, part: 'recommendation', text: 'Temp kl. 22.\n' }, asAmina())
  planFollowUp(doc, { case: anna, callIf: 'feber över 39' }, asAmina())
  prepareHandover(doc, { case: berit, to: 'evening', words: 'Vikt' }, asAmina())
  return doc
}

function show({ reachable = true, ...shown }: Partial<Showing> = {}) {
  const stage = showBoard({ doc: anEvening(), ...shown, surface: Handover })
  if (reachable) stage.saved.frame(hello(NOW))
  return stage
}
type Showing = Pick<
  Required<Parameters<typeof showBoard>[0] & object>,
  'doc' | 'fetch' | 'link'
> & {
  reachable: boolean
}

describe('preparing the evening', () => {
  test('[F1] what is unfinished is proposed, and one tap begins its line for a person to edit', async () => {
    const { doc } = show()
    await expect.poll(() => names('Oavslutat')).toEqual(['Anna', 'Cleo'])
    await expect.element(page.getByText('Fler öppna ärenden (1)')).toBeVisible()
    await button('Lämna över Anna till jourbil').click()
    await expect.poll(() => names('Jourbil')).toEqual(['Anna'])
    expect(caseIn(doc, anna).handover).toMatchObject({
      to: 'car',
      words: 'Temp kl. 22.\nRing om: feber över 39',
    })
    await button(/^Göra, bevaka och när de ska ringa, Anna/).click()
    await userEvent.fill(page.getByRole('textbox', { name: /ringa, Anna/ }), 'Temp kl. 20')
    await userEvent.keyboard('{Enter}')
    expect(caseIn(doc, anna).handover.words).toBe('Temp kl. 20')
    await userEvent.keyboard('z')
    await expect.poll(() => caseIn(doc, anna).handover.words).toMatch(/^Temp kl. 22/)
  })

  test('[F1] all that is proposed is put on the evening’s list at once, and says why it is there', async () => {
    const doc = anEvening()
    prioritise(doc, { case: cleo, level: 'acute' }, asAmina())
    const { notices } = show({ doc })
    await expect.element(list('Oavslutat').getByText('Besök utan tid')).toBeVisible()
    await expect.element(list('Oavslutat').getByText('Väntar som akut')).toBeVisible()
    planVisit(doc, { case: anna, start: NOW - 3_600_000 }, asAmina(NOW + 1))
    await expect.element(list('Oavslutat').getByText('Besök 08:42, inte klart')).toBeVisible()
    await button('Alla 2 till kväll och natt').click()
    await expect.poll(() => names('Kväll och natt')).toHaveLength(3)
    expect(notices.toast?.text).toBe('2 står nu på listan till kväll och natt.')
    await userEvent.keyboard('z')
    await expect.poll(() => names('Kväll och natt')).toEqual(['Berit'])
  })

  test('[F1] what came back and nobody has looked at is proposed, with last evening’s words', async () => {
    const doc = threeWaiting()
    handOverAll(doc, [berit])
    bringBack(doc, MORNING)
    editSbar(doc, { case: berit, part: 'recommendation', text: 'Annat' }, asAmina())
    show({ doc })
    await expect.element(list('Oavslutat').getByText('Från natten')).toBeVisible()
    await button('Lämna över Berit till kväll och natt').click()
    expect(caseIn(doc, berit).handover).toMatchObject({ to: 'evening', words: 'Temp kl. 22' })
  })

  test('[F1] a long recommendation begins the line as far as there is room', async () => {
    const doc = anEvening()
    const text = 'Temp '.repeat(NOTE_MAX)
    editSbar(doc, { case: anna, part: 'recommendation', text: text.slice(0, NOTE_MAX) }, asAmina())
    show({ doc })
    await button('Lämna över Anna till jourbil').click()
    expect(caseIn(doc, anna).handover.words).toHaveLength(NOTE_MAX)
  })

  test('[P1] who may only read sees the lists and changes nothing', async () => {
    show({ link: { begun: true, synced: true, access: 'read', ended: null } })
    await expect.poll(() => names('Kväll och natt')).toEqual(['Berit'])
    const buttons = page.getByRole('main').getByRole('button').elements()
    expect(buttons.map((one) => one.textContent.trim())).toEqual(['Skriv ut', 'Kopiera text'])
  })

  test('[F1] a case is moved to the other list, and taken off', async () => {
    const { doc } = show()
    await button('Flytta till jourbil Berit').click()
    await expect.poll(() => names('Jourbil')).toEqual(['Berit'])
    expect(caseIn(doc, berit).handover.words).toBe('Vikt')
    await button('Ta bort från listan Berit').click()
    await expect.poll(() => names('Jourbil')).toEqual([])
    await expect.element(list('Jourbil').getByText(/^Inget på listan/)).toBeVisible()
  })

  test('[F6] a protected identity’s line is for its pair; others put it on the list by its code', async () => {
    const doc = anEvening()
    for (const id of [berit, anna])
      editField(doc, { case: id, field: 'patient', value: { protected: true } }, asAmina())
    show({ doc })
    await expect.element(list('Kväll och natt').getByText(/^Orden är för patientens/)).toBeVisible()
    expect(list('Kväll och natt').element().textContent).not.toMatch(/Berit|Vikt|Åsa/)
    await button('Lämna över H-07 till kväll och natt').click()
    expect(caseIn(doc, anna).handover).toMatchObject({ to: 'evening', words: '' })
  })
})

test('[Q4] an alert stands above the evening too', async () => {
  const alert = {
    ...{ event: 1, board: 'kungsbacka', boardName: 'Kungsbacka', case: anna, code: 'H-01' },
    ...{ since: NOW, step: 'again', asked: false, call: null, sounds: true, ended: null },
  }
  const doc = anEvening()
  prioritise(doc, { case: anna, level: 'acute' }, asAmina())
  show({ doc, fetch: async () => Response.json({ cursor: 1, alerts: [alert] }) })
  history.replaceState(null, '', '/handover/kungsbacka')
  dispatchEvent(new PopStateEvent('popstate'))
  dispatchEvent(new Event('focus'))
  await list('Akut som väntar').getByRole('button', { name: 'Visa' }).click()
  await expect.element(page.getByRole('dialog', { name: /Anna/ })).toBeVisible()
  expect(location.pathname).toBe('/handover/kungsbacka')
})

describe('handing over', () => {
  test('[F2] one tap records it for all of a list, and Z takes it back', async () => {
    const { doc, notices } = show()
    await button('Lämna över Anna till kväll och natt').click()
    await page.getByText('Annat system').first().click()
    await userEvent.fill(list('Kväll och natt').getByLabelText('Till vem (om du vill)'), ' Lena ')
    await button('Överlämnat (2)').click()
    await expect.poll(() => notices.toast?.text).toBe('Överlämnat till kväll och natt: 2.')
    for (const id of [anna, berit])
      expect(caseIn(doc, id).handedOver).toMatchObject({
        ...{ to: 'evening', how: 'other-system', told: 'Lena', sentBy: 'karin' },
      })
    const told = 'Överlämnad 09:42 till kväll och natt av Karin Lindqvist (annat system, Lena)'
    await expect.element(page.getByText(told).first()).toBeVisible()
    await expect.element(page.getByText('Allt på listan är överlämnat.')).toBeVisible()
    expect(list('Kväll och natt').element().textContent).not.toMatch(/Flytta till|Ta bort/)
    await userEvent.keyboard('z')
    await expect
      .poll(() => [anna, berit].map((id) => phaseOf(caseIn(doc, id))))
      .toEqual(['prepared', 'prepared'])
  })

  test('[F2] what somebody changes afterwards is still to be told', async () => {
    const { doc } = show()
    await userEvent.fill(page.getByLabelText('Till vem (om du vill)'), 'Lena')
    await button('Överlämnat (1)').click()
    await expect.element(page.getByText('Allt på listan är överlämnat.')).toBeVisible()
    elsewhere(doc, (copy) =>
      prepareHandover(copy, { case: berit, words: 'Vikt och puls' }, asAmina(NOW + 60_000)),
    )
    await expect.element(page.getByText(/^Ändrad sedan den lämnades över 09:42/)).toBeVisible()
    await button('Överlämnat (1)').click()
    expect(caseIn(doc, berit).handedOver.told).toBe('')
  })
})

describe('a list as text', () => {
  function clipboard(): string[] {
    const copied: string[] = []
    const write = vi.spyOn(navigator.clipboard, 'write').mockImplementation(async ([item]) => {
      copied.push((await (await item?.getType('text/plain'))?.text()) ?? '')
    })
    onTestFinished(() => write.mockRestore())
    return copied
  }

  test('[F3] it is what the server gives once the log has it; of a protected identity the code', async () => {
    const copied = clipboard()
    const doc = anEvening()
    prepareHandover(doc, { case: cleo, to: 'evening', words: 'Hemligt' }, asAmina())
    editField(doc, { case: cleo, field: 'patient', value: { protected: true } }, asAmina())
    const fetch = vi.fn<typeof globalThis.fetch>(() =>
      Promise.resolve(Response.json(handoverListOf(doc, 'evening', NOW))),
    )
    const { notices } = show({ doc, fetch })
    await list('Kväll och natt').getByRole('button', { name: 'Kopiera text' }).click()
    await expect.poll(() => notices.toast?.text).toBe('Listan är kopierad.')
    const asked = fetch.mock.calls.map(([path, request]) => [path, request?.body])
    expect(asked).toContainEqual([
      '/api/boards/kungsbacka/handovers',
      JSON.stringify({ to: 'evening', for: 'copy' }),
    ])
    expect(copied).toEqual([
      `Överlämning till kväll och natt

H-07 · Berit · 1935 · Åsa
Feber, misstänkt pneumoni
Vikt

H-07 · Skyddad identitet

Kopierat från Samtavlan 2026-03-10 09:42 av Karin Lindqvist.`,
    ])
  })

  test('[F3] without contact nothing is printed or copied, and it says so; recording goes on', async () => {
    const { doc } = show({ reachable: false })
    await expect.element(page.getByText(/^Utskrift och kopiering behöver kontakt/)).toBeVisible()
    await expect.element(button('Kopiera text')).toBeDisabled()
    await expect.element(button('Skriv ut')).toBeDisabled()
    await button('Överlämnat (1)').click()
    expect(phaseOf(caseIn(doc, berit))).toBe('handed-over')
  })
})
