import express from 'express'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { answerErrors } from '../../../server/http/errors.ts'
import { createLog } from '../../../server/log.ts'
import { expectProblem, send } from '../../support/http.ts'
import { signIn } from '../../support/session.ts'
import { startTestServer } from '../../support/test-server.ts'

const post = (url: string, body: string | Uint8Array, type: string, encoding?: string) =>
  fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) },
    body: body as string,
  })

test('[S7] what is no JSON is a problem', async () => {
  const { url } = await startTestServer()
  for (const body of ['{"username":', 'null', '"karin"', '[', '\u0000'])
    await expectProblem(await post(url, body, 'application/json'), 400, 'invalid-body')
  const latin = 'application/json; charset=latin1'
  await expectProblem(await post(url, '{}', latin), 400, 'invalid-body')
  await expectProblem(await post(url, 'x', 'application/json', 'gzip'), 400, 'invalid-body')
})

test('[S5] a form, which any site could send, is not read', async () => {
  const { url } = await startTestServer()
  const form = 'username=karin&password=demo'
  for (const type of ['application/x-www-form-urlencoded', 'text/plain'])
    await expectProblem(await post(url, form, type), 400, 'invalid-body')
})

test('[S7] what is too large is a problem', async () => {
  const { url } = await startTestServer()
  const body = { username: 'karin', password: 'x'.repeat(70_000) }
  await expectProblem(await send(`${url}/api/session`, 'POST', body), 413, 'too-large')
})

test('[S7] an unknown address is a problem, whatever the method', async () => {
  const { url } = await startTestServer()
  await expectProblem(await fetch(`${url}/api/nothing`), 404, 'not-found')
  await expectProblem(await fetch(`${url}/sync/kungsbacka@1`), 404, 'not-found')
  await expectProblem(await send(`${url}/api/boards`, 'POST', {}), 404, 'not-found')
  await expectProblem(await send(`${url}/somewhere`, 'POST', {}), 404, 'not-found')
})

test('[S7] an address that cannot be read is a problem', async () => {
  const { url } = await startTestServer()
  const response = await send(`${url}/api/boards/%zz/display`, 'POST', {})
  await expectProblem(response, 400, 'invalid-body')
})

test('[S7] what breaks inside is a problem without its cause; the log has it', async () => {
  const lines: string[] = []
  const log = createLog('error', { write: (line) => void lines.push(line) })
  const app = express()
  app.get('/', () => {
    throw new Error('the cause')
  })
  app.use(answerErrors(log))
  const server = createServer(app).listen(0)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  expect(await response.clone().text()).not.toContain('the cause')
  await expectProblem(response, 500, 'internal')
  expect(lines.join('')).toContain('the cause')
})

test('[S5] another site’s page can change nothing in its visitor’s name', async () => {
  const { url } = await startTestServer()
  const cookie = await signIn(url, 'karin')
  const origin = 'https://elsewhere.example'
  const address = `${url}/api/session`
  await expectProblem(
    await send(address, 'DELETE', undefined, { cookie, origin }),
    403,
    'forbidden',
  )
  await expectProblem(await send(address, 'POST', {}, { origin: 'null' }), 403, 'forbidden')
  expect((await fetch(address, { headers: { cookie } })).status).toBe(200)
  const own = await send(address, 'DELETE', undefined, { cookie, origin: url })
  expect(own.status).toBe(204)
})
