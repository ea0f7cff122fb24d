import { expect } from 'vitest'
import { problem, type ProblemName } from '../../shared/api.ts'

/** Sends JSON as a browser's page would, without its origin unless given. */
export function send(
  url: string,
  method: 'POST' | 'PUT' | 'DELETE',
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const type = { 'content-type': 'application/json' }
  const init = { method, headers: { ...type, ...headers } }
  return fetch(url, body === undefined ? init : { ...init, body: JSON.stringify(body) })
}

/** The response is this problem, as a document, without a stack; gives its detail. */
export async function expectProblem(
  response: Response,
  status: number,
  name: ProblemName,
): Promise<string | undefined> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const text = await response.text()
  expect(text).not.toMatch(/node_modules|\.ts:|at async/)
  const body = problem.parse(JSON.parse(text))
  expect(body).toMatchObject({ name, status, type: `/problems/${name}` })
  expect(response.status).toBe(status)
  return body.detail
}
