import { Router, type RequestHandler } from 'express'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { unlockBody } from '../../shared/api.ts'
import type { Gate } from '../identity/gate.ts'
import { readToken } from '../identity/session-cookie.ts'
import type { SessionLock } from '../identity/session-lock.ts'
import type { Sessions } from '../identity/sessions.ts'
import { readBody } from './bodies.ts'
import { problems } from './describe.ts'
import { sendProblem } from './problems.ts'
import { signedInPerson } from './signed-in-person.ts'

type Parts = {
  readonly gate: Gate
  readonly sessions: Sessions
  readonly sessionLock: SessionLock
}

/** Locks a session, and opens it again for who knows its person's password. */
export function lockRouter({ gate, sessions, sessionLock }: Parts): Router {
  const router = Router()

  router.post('/api/session/lock', async (request, response) => {
    const principal = await signedInPerson(gate, request, response)
    if (principal === null) return
    await sessionLock.lock(principal)
    response.status(204).end()
  })

  router.post('/api/session/unlock', async (request, response) => {
    const token = readToken(request.headers.cookie)
    const principal = token && (await sessions.find(token))
    if (!principal) return sendProblem(response, 'signed-out')
    if (principal.kind === 'display') return sendProblem(response, 'forbidden')
    const body = readBody(unlockBody, request, response)
    if (body === null) return
    const result = await sessionLock.unlock(principal, body.password, request.ip ?? '')
    if (result.kind === 'too-many-attempts') response.set('Retry-After', String(result.waitSeconds))
    if (result.kind !== 'unlocked') return sendProblem(response, result.kind)
    response.status(204).end()
  })

  return router
}

/** Behind this nothing is answered to a session that is locked; the gate would not know it. */
export function unlockedOnly(gate: Gate): RequestHandler {
  return async (request, response, next) => {
    if (await gate.isLocked(request.headers.cookie)) sendProblem(response, 'session-locked')
    else next()
  }
}

export const lockPaths: ZodOpenApiPathsObject = {
  '/api/session/lock': {
    post: {
      summary: 'Lock this session',
      description: 'Its sockets close, and nothing else is answered until it is unlocked.',
      responses: {
        204: { description: 'It is locked' },
        ...problems('signed-out', 'forbidden', 'session-locked'),
      },
    },
  },
  '/api/session/unlock': {
    post: {
      summary: 'Unlock this session with its person’s password',
      requestBody: { required: true, content: { 'application/json': { schema: unlockBody } } },
      responses: {
        204: { description: 'It is not locked' },
        ...problems(
          'invalid-body',
          'wrong-password',
          'signed-out',
          'forbidden',
          'too-large',
          'too-many-attempts',
        ),
      },
    },
  },
}
