import { mount, unmount } from 'svelte'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../../client/styles/base.css'
import '../../../client/styles/tokens.css'
import { Notices } from '../../../client/state/notices.svelte.ts'
import type { Superseded } from '../../../shared/ruling.ts'
import { Close } from '../../../shared/wire.ts'
import { anna, caseIn } from '../../shared/support/board.ts'
import { StagedSocket } from '../net/staged-socket.ts'
import { amina, card, expectLane, karin, threeWaiting } from '../board/stage.ts'
import LiveStage from './LiveStage.svelte'
import { StagedServer } from './staged-server.ts'

const told = page.getByRole('region', { name: 'Ändringar som inte används' })
const anyway = told.getByRole('button', { name: 'Gör min ändring ändå' })
let close = () => Promise.resolve()

/** Karin's board, and the server that it talks to. */
async function connect() {
  history.replaceState(null, '', '/board/kungsbacka')
  const server = new StagedServer(threeWaiting())
  const notices = new Notices()
  const stage = mount(LiveStage, { target: document.body, props: { me: karin, notices } })
  close = async () => {
    await unmount(stage)
    notices.hide()
  }
  await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  return { server, notices }
}

async function moveAnnaToAcute(): Promise<void> {
  ;(card('Anna').element() as HTMLElement).focus()
  await userEvent.keyboard('m')
  await page.getByRole('menuitem', { name: 'Akut' }).click()
}

function refuse(server: StagedServer): void {
  const about = { reason: 'not-allowed', case: anna, part: 'place' } as const
  server.give({ type: 'ruling', kind: 'refused', ...about })
  server.socket.end(Close.refused.code)
}

beforeAll(() => page.viewport(1440, 900))
afterEach(async () => {
  await close()
  vi.unstubAllGlobals()
  StagedSocket.opened = []
})

const ruling: Superseded = {
  kind: 'superseded',
  because: 'newer',
  case: anna,
  part: 'place',
  kept: { value: { lane: 'followup', rank: 'a0', at: 2_000 }, at: 2_000, by: amina.id },
  yours: { value: { lane: 'acute', rank: 'a0', at: 1_000 }, at: 1_000 },
}

describe('a change that was superseded', () => {
  test('[U18] [U21] is told in words, read out too, and not left unread', async () => {
    const { server } = await connect()
    server.give({ type: 'ruling', ...ruling })
    await expect.element(told).toMatchTextContent('Amina flyttade kortet')
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false)
    await expect
      .element(page.getByRole('status').last())
      .toMatchTextContent('Amina flyttade kortet')
  })

  test('[U18] is not offered to be undone any more', async () => {
    const { server, notices } = await connect()
    await moveAnnaToAcute()
    server.give({ type: 'ruling', ...ruling })
    expect(notices.toast?.action).not.toBeNull()
    const { at } = caseIn(server.proposed, anna).place
    server.give({ type: 'ruling', ...ruling, yours: { ...ruling.yours, at } })
    expect(notices.toast).toBeNull()
  })
})

describe('a change that was refused', () => {
  test('[U19] is gone from the board, which is fetched afresh, and stands among the unsaved', async () => {
    const { server, notices } = await connect()
    server.onchange = () => refuse(server)
    await moveAnnaToAcute()
    await expect.element(told).toMatchTextContent('Anna · Kolumn: Din roll får inte göra det.')
    await expect.element(told).toMatchTextContent('Anna · Kolumn Akut')
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    expect(notices.toast).toBeNull()
    expect(server.sockets).toHaveLength(2)
  })

  test('[U19] and then refused without a change ends there, with the words still to be copied', async () => {
    const { server } = await connect()
    server.give({ type: 'ruling', ...ruling })
    server.onchange = () => refuse(server)
    await moveAnnaToAcute()
    await expect.poll(() => server.sockets.length).toBe(2)
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    await expect.element(anyway).toBeVisible()
    refuse(server)
    await expect.element(page.getByText('Servern tog inte emot ändringarna härifrån')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Ladda om' })).toBeVisible()
    await expect.element(told).toMatchTextContent('Anna · Kolumn Akut')
    await expect.element(anyway).not.toBeInTheDocument()
    expect(server.sockets).toHaveLength(2)
  })

  test('[U19] again after another change is fetched afresh again, and no word is lost', async () => {
    const { server } = await connect()
    server.onchange = () => refuse(server)
    await moveAnnaToAcute()
    await expect.poll(() => server.sockets.length).toBe(2)
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    await moveAnnaToAcute()
    await expect.poll(() => server.sockets.length).toBe(3)
    await expect.element(told.getByRole('listitem').nth(1)).toMatchTextContent('Akut')
    expect(told.getByRole('listitem').elements()).toHaveLength(4) // each with its priority
  })

  test('[U19] [U21] leaves words that the browser does not throw away without asking', async () => {
    const { server } = await connect()
    server.onchange = () => refuse(server)
    const leave = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(leave()).toBe(false)
    await moveAnnaToAcute()
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    expect(leave()).toBe(true)
    await told.getByRole('button', { name: 'Stäng alla' }).click()
    await expect.element(told).not.toBeInTheDocument()
    expect(leave()).toBe(false)
  })

  test('[U19] leaves a care request alone that is being written meanwhile', async () => {
    const { server } = await connect()
    await moveAnnaToAcute()
    const asking = page.getByRole('button', { name: /Ny vårdbegäran/ })
    await asking.click()
    const reason = page.getByRole('combobox', { name: /^Kontaktorsak/ })
    await reason.fill('Feber sedan i går')
    refuse(server)
    await expect.poll(() => server.sockets.length).toBe(2)
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    await asking.click()
    await expect.element(reason).toHaveValue('Feber sedan i går')
  })

  test.each([
    ['Kontaktorsak', 'Anna · Kontaktorsak Feber'],
    ['Situation', 'Anna · Situation Feber'],
  ])('[U19] takes in the words of a field that is open: %s', async (field, row) => {
    const { server } = await connect()
    await card('Anna').click()
    await page.getByRole('button', { name: new RegExp(`^${field}`) }).click()
    await page.getByRole('textbox', { name: field }).fill('Feber')
    refuse(server)
    await expect.element(told.getByRole('listitem')).toMatchTextContent(row)
    await expect.poll(() => server.sockets.length).toBe(2)
  })

  test('[U10] [U19] [U21] leaves words alone that were not sent, which the browser keeps too', async () => {
    const { server } = await connect()
    await moveAnnaToAcute()
    await card('Anna').click()
    const comment = page.getByRole('textbox', { name: 'Skriv till teamet' })
    await comment.fill('Dottern ringde')
    refuse(server)
    await expect.poll(() => server.sockets.length).toBe(2)
    await expect.element(comment).toHaveValue('Dottern ringde')
    await told.getByRole('button', { name: 'Stäng alla' }).click()
    const leave = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(leave()).toBe(true)
    await comment.fill('')
    expect(leave()).toBe(false)
  })

  test.each([
    [Close.badFrame, 'Servern kunde inte läsa dem.'],
    [Close.tooLarge, 'Det är för stort för att sparas.'],
  ])('[U19] as unreadable is lost in the same way: %o', async (end, why) => {
    const { server } = await connect()
    server.onchange = (socket) => socket.end(end.code)
    await moveAnnaToAcute()
    await expect.element(told).toMatchTextContent(why)
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    expect(server.sockets).toHaveLength(2)
  })

  test('[U19] a board that nobody changed is not fetched again by itself', async () => {
    const { server } = await connect()
    server.socket.end(Close.badFrame.code)
    await expect.element(page.getByText('Tavlan kunde inte hämtas')).toBeVisible()
    expect(server.sockets).toHaveLength(1)
  })
})
