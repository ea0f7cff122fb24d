import { expect, test } from 'vitest'
import { caseIds } from '../../../shared/board-document.ts'
import { enteredMeeting, meetingList, minutes } from '../../../shared/meeting-api.ts'
import { expectProblem, send } from '../../support/http.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { joinBoard } from '../../support/stock-client.ts'
import { startTestServer } from '../../support/test-server.ts'

async function openServer() {
  const { url } = await startTestServer()
  const cookie = await signIn(url, 'karin')
  const path = (board = 'kungsbacka') => `${url}/api/boards/${board}/meetings`
  const enter = (who = cookie, board = 'kungsbacka') =>
    send(path(board), 'POST', undefined, { cookie: who })
  const get = (who: string, rest = '', board = 'kungsbacka') =>
    fetch(`${path(board)}${rest}`, { headers: { cookie: who } })
  return { url, cookie, path, enter, get }
}

test('[M6] a meeting is started, written in, ended and read by the board’s members', async () => {
  const { url, cookie, path, enter, get } = await openServer()
  const { meeting, since } = enteredMeeting.parse(await (await enter()).json())
  expect(since).toBeNull()
  const sara = await signIn(url, 'sara')
  expect(enteredMeeting.parse(await (await enter(sara)).json()).meeting).toEqual(meeting)

  using stock = await joinBoard(url, cookie, 'kungsbacka')
  const [one = ''] = caseIds(stock.doc)
  const word = (body: unknown) =>
    send(`${path()}/${meeting.id}/cases/${one}`, 'PUT', body, { cookie })
  expect((await word({ note: 'Ring sonen' })).status).toBe(204)
  await expectProblem(await word({ note: 'x'.repeat(201) }), 400, 'invalid-body')
  expect((await send(`${path()}/${meeting.id}/end`, 'POST', {}, { cookie: sara })).status).toBe(204)

  const { running, earlier } = meetingList.parse(await (await get(sara)).json())
  expect(running).toBeNull()
  expect(earlier[0]).toMatchObject({ id: meeting.id, startedBy: 'karin', endedBy: 'sara' })
  const read = minutes.parse(await (await get(sara, `/${meeting.id}`)).json())
  expect(read.cases[0]).toMatchObject({ case: one, words: [{ by: 'karin', note: 'Ring sonen' }] })
})

test('[M11] nobody, no display and no stranger has a part in a board’s meetings', async () => {
  const { url, cookie, path, enter, get } = await openServer()
  const { meeting } = enteredMeeting.parse(await (await enter()).json())
  const display = await becomeDisplay(url, await signIn(url, 'amina'), 'kungsbacka')
  const [one, end] = [`${path()}/${meeting.id}`, `${path()}/${meeting.id}/end`]
  const someCase = `${one}/cases/11111111-1111-4111-8111-111111111111`
  const everything = (who: string) =>
    Promise.all([
      get(who),
      enter(who),
      get(who, `/${meeting.id}`),
      send(someCase, 'PUT', {}, { cookie: who }),
      send(end, 'POST', {}, { cookie: who }),
    ])
  for (const answer of await everything('')) await expectProblem(answer, 401, 'signed-out')
  for (const answer of await everything(display)) await expectProblem(answer, 403, 'forbidden')
  await expectProblem(await get(cookie, '', 'varberg'), 404, 'not-found')
  await expectProblem(await enter(cookie, 'varberg'), 404, 'not-found')
  await expectProblem(await get(cookie, `/${meeting.id}`, 'halmstad'), 404, 'not-found')
  await expectProblem(await send(someCase, 'PUT', {}, { cookie }), 404, 'not-found')
})
