import type { Response } from 'express'
import type { Problem, ProblemName } from '../../shared/api.ts'

/** What each problem means; surfaces have their own words for its name. */
export const MEANING: Readonly<Record<ProblemName, { status: number; title: string }>> = {
  'invalid-body': { status: 400, title: 'The request is not of the form that this address takes' },
  'wrong-password': { status: 401, title: 'The name or the password is wrong' },
  'signed-out': { status: 401, title: 'Nobody is signed in' },
  'session-revoked': { status: 401, title: 'Somebody has ended this session' },
  'session-locked': { status: 423, title: 'The session is locked' },
  forbidden: { status: 403, title: 'This is not allowed' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'changed-since': { status: 409, title: 'Somebody has changed this since it was read' },
  'number-taken': { status: 409, title: 'Another patient has this identity number' },
  'too-large': { status: 413, title: 'The request is too large' },
  'too-many-attempts': { status: 429, title: 'Too many attempts: wait a while' },
  internal: { status: 500, title: 'Something went wrong in the server' },
  'not-ready': { status: 503, title: 'The server cannot do its work just now' },
}

export const PROBLEM_TYPE = 'application/problem+json'

/** Answers with a problem document (RFC 9457). */
export function sendProblem(response: Response, name: ProblemName, detail?: string): void {
  const { status, title } = MEANING[name]
  const body: Problem = {
    type: `/problems/${name}`,
    title,
    status,
    name,
    ...(detail && { detail }),
  }
  response.status(status).type(PROBLEM_TYPE).send(JSON.stringify(body))
}
