import { expect, test } from 'vitest'
import { boardList } from '../../shared/api.ts'
import { startServer } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { signIn } from '../support/session.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startTestServer } from '../support/test-server.ts'

const boardsOf = async (url: string, cookie: string) => {
  const response = await fetch(`${url}/api/boards`, { headers: { cookie } })
  return boardList.parse(await response.json()).map(({ id }) => id)
}

test('[S1] who is signed in stays so when the server starts again on the same data', async () => {
  const settings = { PORT: '0', DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error' }
  const first = await startServer(readConfig(settings))
  const cookie = await signIn(first.url, 'karin')
  await first.close()

  const { url } = await startTestServer(settings)
  expect(await boardsOf(url, cookie)).toEqual(['kungsbacka', 'halmstad'])
})

test('[D8] a server that was closed has let go of its port and its folder', async () => {
  const settings = { DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error' }
  const first = await startServer(readConfig({ ...settings, PORT: '0' }))
  await first.close()
  await expect(fetch(first.url)).rejects.toThrow()
  const second = await startTestServer({ ...settings, PORT: String(first.port) })
  expect(second.port).toBe(first.port)
})

test('[S8] without the demo an empty store stays empty', async () => {
  const { url } = await startTestServer({ NODE_ENV: 'production' })
  await expect(signIn(url, 'karin')).rejects.toThrow('401')
})

test.each([
  [{ HOST: '0.0.0.0', SAMTAVLAN_DEMO: '0' }, /^http:\/\/localhost:\d+$/],
  [{ HOST: '::1' }, /^http:\/\/\[::1\]:\d+$/],
  [{ PUBLIC_URL: 'https://tavla.example/' }, /^https:\/\/tavla\.example$/],
])('[S9] %j is found at %s', async (settings: Record<string, string>, address) => {
  expect((await startTestServer(settings)).url).toMatch(address)
})
