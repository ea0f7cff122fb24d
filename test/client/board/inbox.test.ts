import type { Component } from 'svelte'
import { expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import Archive from '../../../client/surfaces/archive/Archive.svelte'
import Board from '../../../client/surfaces/board/Board.svelte'
import Meeting from '../../../client/surfaces/meeting/Meeting.svelte'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { boardId, type CaseId } from '../../../shared/ids.ts'
import type { Notice, NoticeKind } from '../../../shared/notices.ts'
import {
  anna,
  asKarin,
  berit,
  caseNumber,
  cleo,
  commentNumber,
} from '../../shared/support/board.ts'
import { karin, NOW, sara, showBoard, threeWaiting } from './stage.ts'
import { StagedPresence } from './staged-presence.svelte.ts'

const notice = (number: number, kind: NoticeKind, about: CaseId, more = {}): Notice => ({
  ...{ number, board: boardId.parse('kungsbacka'), case: about, code: `H-0${number}`, kind },
  ...{ by: { id: karin.id, name: karin.name }, at: NOW - number * 60_000, readAt: null, ...more },
})

/** Sara's board and a server with these notices of hers, which keeps what it is told. */
function showTo(
  given: Notice[],
  { doc = threeWaiting(), muted = [] as NoticeKind[], surface = Board as Component } = {},
) {
  const all = [...given]
  const told: [string, unknown][] = []
  const answers: Record<string, (body: unknown) => unknown> = {
    'GET /api/notices': () => ({
      notices: all.toSorted((a, b) => b.number - a.number),
      unread: all.filter(({ readAt }) => readAt === null).length,
    }),
    'GET /api/notices/settings': () => ({ muted }),
    'GET /api/push/key': () => ({ key: '', on: false }),
  }
  const fetch = vi.fn(async (path: unknown, request?: RequestInit) => {
    const method = request?.method ?? 'GET'
    const at = String(path).split('?')[0]
    if (method !== 'GET') told.push([`${method} ${at}`, JSON.parse(String(request?.body))])
    const answer = answers[`${method} ${at}`]
    return answer ? Response.json(answer(null)) : new Response(null, { status: 204 })
  })
  const presence = new StagedPresence()
  const shown = showBoard({ doc, me: sara, presence, fetch, surface })
  return { ...shown, told, all }
}

const bell = () => page.getByRole('button', { name: /^Notiser/ })
const list = () => page.getByRole('dialog', { name: 'Notiser' })
const lines = () => list().getByRole('listitem')
const wordsOf = () =>
  lines()
    .elements()
    .map((one) => one.textContent?.replace(/\s+/g, ' ').trim())

test('[Z6] the bell says how many are unread, and opens the list with the newest first', async () => {
  showTo([
    notice(1, 'receipt-late', cleo, { by: null }),
    notice(2, 'handed', berit, { readAt: NOW }),
    notice(3, 'mention', anna),
  ])
  await expect.element(bell()).toHaveAccessibleName('Notiser, 2 olästa')
  await bell().click()
  await expect.element(lines().first()).toBeVisible()
  expect(wordsOf()).toEqual([
    expect.stringMatching(/^Anna ?H-03 ?Karin Lindqvist nämnde dig i en kommentar.*Oläst$/),
    expect.stringMatching(/^Berit ?H-02 ?Karin Lindqvist gjorde dig ansvarig(?!.*Oläst)/),
    expect.stringMatching(/^Cleo ?H-01 ?Kvittensen från vårdcentralen är försenad.*Oläst$/),
  ])
})

test('[Z5] a protected identity goes by its code, and so does a case of another board', async () => {
  const doc = threeWaiting()
  editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin(NOW))
  showTo(
    [
      notice(1, 'clash', anna, { code: 'H-07' }),
      notice(2, 'superseded', berit, { board: boardId.parse('halmstad') }),
    ],
    { doc },
  )
  await bell().click()
  await expect.element(lines().first()).toBeVisible()
  expect(wordsOf()[0]).toMatch(/^H-02 ?Din ändring gäller inte: Karin Lindqvist bestämde annat/)
  expect(wordsOf()[1]).toMatch(/^H-07 ?Besöket krockar med ett annat/)
  expect(list().element().textContent).not.toContain('Anna')
})

test('[Z6] pressing one opens its case, and all of that case is read', async () => {
  const { told } = showTo([
    notice(1, 'mention', anna),
    notice(2, 'handed', anna),
    notice(3, 'mention', berit),
  ])
  await bell().click()
  await lines().nth(1).getByRole('button').click()
  await expect.poll(() => location.search).toBe(`?case=${anna}`)
  await expect.element(list()).not.toBeInTheDocument()
  await expect.element(bell()).toHaveAccessibleName('Notiser, 1 olästa')
  expect(told).toEqual([['POST /api/notices/read', { board: 'kungsbacka', case: anna }]])
})

test('[Z6] [U42] opening a case from the board reads its notices as well', async () => {
  const { told } = showTo([notice(1, 'mention', anna)])
  await expect.element(bell()).toHaveAccessibleName('Notiser, 1 olästa')
  await page.getByRole('link', { name: 'Anna', exact: true }).click()
  await expect.element(bell()).toHaveAccessibleName('Notiser')
  expect(told[0]).toEqual(['POST /api/notices/read', { board: 'kungsbacka', case: anna }])
})

test('[Z6] a case that has left the board is opened in the archive', async () => {
  showTo([notice(1, 'mention', caseNumber(9))])
  await bell().click()
  await lines().first().getByRole('button').click()
  await expect.poll(() => location.pathname).toBe('/archive/kungsbacka')
})

test('[Z6] all are marked at once, by keyboard too', async () => {
  const { told } = showTo([notice(1, 'mention', anna), notice(2, 'clash', berit)])
  await expect.element(bell()).toHaveAccessibleName('Notiser, 2 olästa')
  bell().element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(list().getByRole('heading', { name: 'Notiser' })).toHaveFocus()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(bell()).toHaveAccessibleName('Notiser')
  expect(told).toEqual([['POST /api/notices/read', { upTo: 2 }]])
  await userEvent.keyboard('{Escape}')
  await expect.element(bell()).toHaveFocus()
})

test('[Z6] [U42] marking all reads the mentions on the cards as well', async () => {
  localStorage.clear()
  const doc = threeWaiting()
  for (const [i, id] of [anna, berit].entries())
    addComment(doc, { case: id, comment: commentNumber(i), text: '@[sara]' }, asKarin(NOW))
  showTo([notice(1, 'mention', anna), notice(2, 'mention', berit)], { doc })
  await expect.poll(() => page.getByText('Du nämns').elements().length).toBe(2)
  await bell().click()
  await page.getByRole('button', { name: 'Markera alla som lästa' }).click()
  await expect.poll(() => page.getByText('Du nämns').elements().length).toBe(0)
})

test.each([
  ['a meeting', Meeting, '/meeting/kungsbacka'],
  ['the archive', Archive, '/archive/kungsbacka'],
] as const)('[Z6] from %s a notice leads to its case on the board', async (_, surface, path) => {
  showTo([notice(1, 'mention', anna)], { surface })
  history.replaceState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
  await bell().click()
  await lines().first().getByRole('button').click()
  await expect
    .poll(() => location.pathname + location.search)
    .toBe(`/board/kungsbacka?case=${anna}`)
})

test('[Z7] when the server rings, what is new is asked for', async () => {
  const { presence, all } = showTo([])
  await expect.element(bell()).toHaveAccessibleName('Notiser')
  all.push(notice(1, 'mention', anna))
  presence.ring()
  await expect.element(bell()).toHaveAccessibleName('Notiser, 1 olästa')
})

test('[Z7] a page that nobody looks at asks when it comes forward', async () => {
  const { presence, all } = showTo([])
  await expect.element(bell()).toHaveAccessibleName('Notiser')
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  onTestFinished(() => hidden.mockRestore())
  all.push(...Array.from({ length: 100 }, (_, i) => notice(i + 1, 'mention', anna)))
  presence.ring()
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.element(bell()).toHaveAccessibleName('Notiser')
  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.element(bell()).toHaveAccessibleName('Notiser, 100 olästa')
  await expect.element(page.getByText('99+')).toBeVisible()
})

test('[Z5] one of another board leads there', async () => {
  showTo([notice(1, 'mention', anna, { board: boardId.parse('halmstad') })])
  await bell().click()
  await lines().first().getByRole('button').click()
  await expect.poll(() => location.pathname + location.search).toBe(`/board/halmstad?case=${anna}`)
})

test('[Z6] with nothing in it the list says so, and offers nothing to mark', async () => {
  showTo([])
  await bell().click()
  await expect.element(list().getByText('Inga notiser')).toBeVisible()
  expect(list().element().textContent).not.toContain('Markera alla')
})

test('[Z9] a device that can be woken is switched on, and what failed turns the switch back', async () => {
  vi.stubGlobal('Notification', { permission: 'default', requestPermission: async () => 'denied' })
  const registration = vi.spyOn(navigator.serviceWorker, 'getRegistration')
  const ready = vi.spyOn(navigator.serviceWorker, 'ready', 'get')
  registration.mockResolvedValue({} as never)
  ready.mockReturnValue(Promise.resolve({ pushManager: {} }) as never)
  onTestFinished(() => {
    vi.unstubAllGlobals()
    registration.mockRestore()
    ready.mockRestore()
  })
  showTo([])
  await bell().click()
  await page.getByRole('button', { name: 'Inställningar', exact: true }).click()
  const wake = page.getByRole('switch', { name: 'Väck enheten när något är nytt' })
  await expect.element(wake).toBeEnabled()
  await wake.click()
  await expect.element(page.getByText(/^Webbläsaren visar inga aviseringar/)).toBeVisible()
  await expect.element(wake).not.toBeChecked()
  await expect.element(wake).toBeDisabled()
})

test('[Z4] each kind is switched off by itself', async () => {
  const { told } = showTo([], { muted: ['clash'] })
  await bell().click()
  await page.getByRole('button', { name: 'Inställningar', exact: true }).click()
  const one = (name: string) => page.getByRole('switch', { name })
  await expect.element(one('Ett besök som du ska på krockar')).not.toBeChecked()
  await expect.element(one('Någon nämner dig')).toBeChecked()
  await one('Någon nämner dig').click()
  await expect.element(one('Någon nämner dig')).not.toBeChecked()
  expect(told).toEqual([['PUT /api/notices/settings', { muted: ['clash', 'mention'] }]])
})

test('[U7] without contact the list says so, and nothing is to be chosen', async () => {
  showBoard({ me: sara })
  await bell().click()
  await expect.element(list().getByRole('alert')).toBeVisible()
  expect(list().element().textContent).not.toContain('Inga notiser')
  await page.getByRole('button', { name: 'Inställningar', exact: true }).click()
  await expect.element(list().getByRole('alert')).toBeVisible()
  for (const one of page.getByRole('switch').elements()) await expect.element(one).toBeDisabled()
})
