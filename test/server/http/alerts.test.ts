import { expect, test } from 'vitest'
import { alertNews } from '../../../shared/alerts.ts'
import { expectProblem } from '../../support/http.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { startTestServer } from '../../support/test-server.ts'

test('[Q4] who is signed in asks for their alerts; nobody else does, and no display', async () => {
  const { url } = await startTestServer()
  const ask = (cookie: string, query = '') =>
    fetch(`${url}/api/alerts${query}`, { headers: { cookie } })
  const sara = await signIn(url, 'sara')
  const answer = await ask(sara, '?after=12')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(alertNews.parse(await answer.json())).toEqual({ cursor: 0, alerts: [] })
  await expectProblem(await ask(sara, '?after=yesterday'), 400, 'invalid-body')
  await expectProblem(await ask(''), 401, 'signed-out')
  const wall = await becomeDisplay(url, await signIn(url, 'karin'), 'kungsbacka')
  await expectProblem(await ask(wall), 403, 'forbidden')
})
