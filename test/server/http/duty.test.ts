import { expect, test } from 'vitest'
import { rosterRows } from '../../../shared/duty-api.ts'
import { importReport } from '../../../shared/import-report.ts'
import { readDaysOff, readDuty } from '../../../shared/board-document.ts'
import { dayOf, momentOf } from '../../../shared/team-time.ts'
import { expectProblem } from '../../support/http.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { connectBoard } from '../../support/stock-client.ts'
import { startTestServer } from '../../support/test-server.ts'

/** Long before the server looks by itself. */
const AT_ONCE = { timeout: 5_000 }
const FAR = '2031-03-10'
const HOURS = { from: '08:00', to: '12:00', phone: '070-174 06 20' }

async function openServer() {
  const { url } = await startTestServer()
  const ask = (cookie: string, method: string, path: string, body?: object) =>
    fetch(`${url}/api/boards/kungsbacka/duty${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
  const send = (cookie: string, type: string, text: string, dry: 0 | 1) =>
    fetch(`${url}/api/boards/kungsbacka/duty/import?dry=${dry}`, {
      method: 'POST',
      headers: { cookie, 'content-type': type },
      body: text,
    })
  const roster = async (cookie: string, day = FAR) => {
    const answer = await ask(cookie, 'GET', `?from=${day}&until=${day}`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return rosterRows.parse(await answer.json())
  }
  const [karin, maria] = [await signIn(url, 'karin'), await signIn(url, 'maria')]
  return { url, ask, send, roster, karin, maria }
}

test('[V1] a nurse sets her own shift and a colleague’s, and takes it away', async () => {
  const { ask, roster, karin } = await openServer()
  for (const person of ['karin', 'sara'])
    expect((await ask(karin, 'PUT', `/${FAR}/${person}`, HOURS)).status).toBe(204)
  const rows = await roster(karin)
  expect(rows.map(({ person, setBy }) => [person, setBy])).toEqual([
    ['karin', 'karin'],
    ['sara', 'karin'],
  ])
  expect((await ask(karin, 'DELETE', `/${FAR}/sara`)).status).toBe(204)
  await expectProblem(await ask(karin, 'DELETE', `/${FAR}/sara`), 404, 'not-found')
  expect(await roster(karin)).toHaveLength(1)
})

test('[V1] managers are not on duty, and hours must be hours', async () => {
  const { ask, karin } = await openServer()
  await expectProblem(await ask(karin, 'PUT', `/${FAR}/maria`, HOURS), 404, 'not-found')
  await expectProblem(await ask(karin, 'PUT', `/${FAR}/nobody`, HOURS), 404, 'not-found')
  await expectProblem(await ask(karin, 'PUT', `/i-dag/karin`, HOURS), 404, 'not-found')
  const turned = { from: '12:00', to: '08:00' }
  await expectProblem(await ask(karin, 'PUT', `/${FAR}/karin`, turned), 400, 'invalid-body')
})

test('[V1] displays and strangers neither read nor write', async () => {
  const { url, ask } = await openServer()
  const wall = await becomeDisplay(url, await signIn(url, 'amina'), 'kungsbacka')
  for (const [method, path] of [
    ['GET', `?from=${FAR}&until=${FAR}`],
    ['PUT', `/${FAR}/karin`],
    ['DELETE', `/${FAR}/karin`],
  ] as const) {
    const body = method === 'PUT' ? HOURS : undefined
    await expectProblem(await ask('', method, path, body), 401, 'signed-out')
    await expectProblem(await ask(wall, method, path, body), 403, 'forbidden')
  }
})

test('[V2] a board that is open sees a change at once, with the demo team’s day and the days off', async () => {
  const { url, ask, karin } = await openServer()
  using board = await connectBoard(url, karin, 'kungsbacka')
  const { doc } = board
  const today = dayOf(Date.now())
  const people = () => new Set(readDuty(doc).map(({ person }) => person))
  await expect.poll(people).toEqual(new Set(['sara', 'jonas', 'karin', 'amina']))
  expect(readDaysOff(doc)).toContain(`${today.slice(0, 4)}-12-24`)
  await ask(karin, 'PUT', `/${today}/karin`, { from: '06:00', to: '07:30' })
  await expect
    .poll(() => readDuty(doc).find(({ person }) => person === 'karin'), AT_ONCE)
    .toMatchObject({ from: momentOf(today, '06:00'), to: momentOf(today, '07:30') })
})

test('[V5] a manager tries a file, and then takes it; nobody else does', async () => {
  const { send, roster, karin, maria } = await openServer()
  const csv = `datum,namn,från,till\n${FAR},sara,08:00,12:00\n${FAR},ingen,08:00,12:00`
  const report = async (answer: Response) => importReport.parse(await answer.json())
  const counts = { rows: 2, valid: 1 }
  expect(await report(await send(maria, 'text/csv', csv, 1))).toMatchObject({
    ...{ ...counts, imported: false },
  })
  expect(await roster(maria)).toEqual([])
  expect(await report(await send(maria, 'text/csv', csv, 0))).toMatchObject({
    ...{ ...counts, imported: true },
  })
  expect(await roster(maria)).toMatchObject([{ person: 'sara', source: 'import', setBy: 'maria' }])
  await expectProblem(await send(karin, 'text/csv', csv, 1), 403, 'forbidden')
  await expectProblem(await send(maria, 'text/plain', csv, 1), 400, 'invalid-body')
  expect((await report(await send(maria, 'text/calendar', csv, 1))).faults).toEqual([
    { row: 1, column: null, fault: 'unreadable' },
  ])
})
