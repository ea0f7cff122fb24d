import { expect, test, vi } from 'vitest'
import { failureWords } from '../../../client/i18n/failure-words.ts'
import { Api } from '../../../client/net/api.ts'
import { PROBLEMS } from '../../../shared/api.ts'

const apiThatSays = (status: number, body: BodyInit | null) => {
  const fetch = vi.fn(async () => new Response(body, { status }))
  return { api: new Api(fetch), fetch }
}

test('an answer of another shape counts as none', async () => {
  const { api } = apiThatSays(200, JSON.stringify([{ id: 'kungsbacka' }]))
  expect(await api.boards()).toEqual({ ok: false, failure: 'unreachable' })
})

test.each(PROBLEMS)('[S7] the problem "%s" is a value with words of its own', async (name) => {
  const problem = { type: `/problems/${name}`, title: 'x', status: 400, name }
  const { api } = apiThatSays(400, JSON.stringify(problem))
  expect(await api.signIn('karin', 'fel')).toEqual({ ok: false, failure: name })
  expect(failureWords[name]()).not.toBe('')
})

test('a page of a proxy instead of a problem counts as unreachable', async () => {
  const { api } = apiThatSays(502, '<html>Bad gateway</html>')
  expect(await api.session()).toEqual({ ok: false, failure: 'unreachable' })
})

test('a network that is down counts as unreachable', async () => {
  const api = new Api(() => Promise.reject(new TypeError('failed')))
  expect(await api.server()).toEqual({ ok: false, failure: 'unreachable' })
})

test('signing in sends the words as they are', async () => {
  const { api, fetch } = apiThatSays(204, null)
  expect(await api.signIn('karin', 'demo')).toEqual({ ok: true, value: undefined })
  expect(fetch).toHaveBeenCalledWith(
    '/api/session',
    expect.objectContaining({
      method: 'POST',
      body: JSON.stringify({ username: 'karin', password: 'demo' }),
    }),
  )
})
