import { expect, test } from 'vitest'
import { openForReading } from '../../../server/store/database.ts'
import { boardSessionList } from '../../../shared/api.ts'
import { pushKey } from '../../../shared/push.ts'
import { expectProblem, send } from '../../support/http.ts'
import { startPushService } from '../../support/push-service.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { startTestServer } from '../../support/test-server.ts'

/** The demo team's server and a push service, and the devices that it knows. */
async function openServer(settings: Record<string, string> = {}) {
  const DATA_DIR = temporaryFolder()
  const service = await startPushService()
  const { url } = await startTestServer({ DATA_DIR, PUSH_SERVICES: service.origin, ...settings })
  const address = `${url}/api/push/subscription`
  const turnOn = (cookie: string, body: object = service.subscribe('tablet')) =>
    send(address, 'PUT', body, { cookie })
  const turnOff = (cookie: string) => send(address, 'DELETE', undefined, { cookie })
  const key = async (cookie: string) =>
    pushKey.parse(await (await fetch(`${url}/api/push/key`, { headers: { cookie } })).json())
  const known = async () => {
    const db = await openForReading({ dataDir: DATA_DIR, databaseUrl: null })
    const rows = await db.selectFrom('push_subscriptions').select('endpoint').execute()
    await db.destroy()
    return rows.length
  }
  return { url, service, address, turnOn, turnOff, key, known }
}

test('[Z9] a device is woken when its person says so, until they say otherwise', async () => {
  const { url, turnOn, turnOff, key } = await openServer()
  const cookie = await signIn(url, 'sara')
  expect(await key(cookie)).toEqual({
    key: expect.stringMatching(/^[\w-]{87}$/) as string,
    on: false,
  })
  expect((await turnOn(cookie)).status).toBe(204)
  expect((await key(cookie)).on).toBe(true)
  expect((await key(await signIn(url, 'sara'))).on).toBe(false)
  expect((await turnOff(cookie)).status).toBe(204)
  expect((await key(cookie)).on).toBe(false)
})

test('[Z9] a device is forgotten when its session ends, by its person or a manager', async () => {
  const { url, turnOn, known } = await openServer()
  const [sara, jonas, maria] = [
    await signIn(url, 'sara'),
    await signIn(url, 'jonas'),
    await signIn(url, 'maria'),
  ]
  await turnOn(sara)
  expect(await known()).toBe(1)
  await send(`${url}/api/session`, 'DELETE', undefined, { cookie: sara })
  await expect.poll(known).toBe(0)

  await turnOn(jonas)
  const sessions = `${url}/api/boards/kungsbacka/sessions`
  const listed = await fetch(sessions, { headers: { cookie: maria } })
  const all = boardSessionList.parse(await listed.json())
  const one = all.find(({ person }) => person?.name.startsWith('Jonas'))
  expect(await known()).toBe(1)
  await send(`${sessions}/${one?.id}`, 'DELETE', undefined, { cookie: maria })
  await expect.poll(known).toBe(0)
})

test('[Z10] what is no push service of a browser is no place to be woken at', async () => {
  const { url, service, turnOn, known } = await openServer({ PUSH_SERVICES: '' })
  const cookie = await signIn(url, 'sara')
  const { endpoint, keys } = service.subscribe('tablet')
  const internal = ['https://127.0.0.1/', 'https://push.evil.example/abc', 'file:///etc/passwd']
  for (const address of [endpoint, ...internal])
    await expectProblem(await turnOn(cookie, { endpoint: address, keys }), 400, 'invalid-body')
  expect(await known()).toBe(0)
})

test('[Z9] a wall is never woken, nor a browser in which nobody is signed in', async () => {
  const { url, turnOn, turnOff } = await openServer()
  const wall = await becomeDisplay(url, await signIn(url, 'karin'), 'kungsbacka')
  await expectProblem(await turnOn(wall), 403, 'forbidden')
  await expectProblem(await turnOn(''), 401, 'signed-out')
  await expectProblem(await turnOff(''), 401, 'signed-out')
  const cookie = await signIn(url, 'sara')
  await expectProblem(await turnOn(cookie, { endpoint: 'https://x.example/' }), 400, 'invalid-body')
})
