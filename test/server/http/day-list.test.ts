import { expect, test } from 'vitest'
import { casesOn, dayList } from '../../../shared/day-list.ts'
import { expectProblem, send } from '../../support/http.ts'
import { startLoggedServer } from '../../support/logged-server.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'

async function openServer() {
  const { url, log } = await startLoggedServer()
  const printed = () => log('day-list-printed')
  const ask = (cookie: string, board = 'kungsbacka') =>
    send(`${url}/api/boards/${board}/day-list`, 'POST', undefined, { cookie })
  return { url, printed, ask }
}

test('[Y3] who gets the day list is logged with the cases on it', async () => {
  const { url, ask, printed } = await openServer()
  const karin = await signIn(url, 'karin')
  const list = dayList.parse(await (await ask(karin)).json())
  expect(list.board.name).toBe('Kungsbacka')
  const [row, ...others] = await printed()
  expect(others).toEqual([])
  expect(row).toMatchObject({ chain: 'kungsbacka', user_id: 'karin', client: 'web' })
  expect(JSON.parse(row?.after ?? '')).toEqual(casesOn(list))
})

test('[Y3] nobody, no display, and of no other board gets it', async () => {
  const { url, ask, printed } = await openServer()
  const karin = await signIn(url, 'karin')
  await expectProblem(await ask(''), 401, 'signed-out')
  for (const board of ['nowhere', 'No-Such'])
    await expectProblem(await ask(karin, board), 404, 'not-found')
  const display = await becomeDisplay(url, karin, 'kungsbacka')
  await expectProblem(await ask(display), 403, 'forbidden')
  expect(await printed()).toEqual([])
})
