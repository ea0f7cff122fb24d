import { Router, type Request } from 'express'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { signInBody, whoAmI, type WhoAmI } from '../../shared/api.ts'
import type { Principal } from '../identity/principal.ts'
import { readToken } from '../identity/session-cookie.ts'
import type { Sessions } from '../identity/sessions.ts'
import type { SignIn } from '../identity/sign-in.ts'
import type { SignOut } from '../identity/sign-out.ts'
import { readBody } from './bodies.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'
import type { SessionCookie } from './session-cookie.ts'

type Parts = {
  readonly sessions: Sessions
  readonly signIn: SignIn
  readonly signOut: SignOut
  readonly cookie: SessionCookie
  readonly demo: boolean
}

/** Signing in and out, and who the browser is. */
export function sessionRouter({ sessions, signIn, signOut, cookie, demo }: Parts): Router {
  const router = Router()

  /** Whose session it is, locked or not: both can be given up. */
  const ownerOf = async ({ headers }: Request) => {
    const token = readToken(headers.cookie)
    return token && (await sessions.find(token))
  }

  router.get('/api/session', async (request, response) => {
    const principal = await ownerOf(request)
    if (principal) {
      const isLocked = sessions.isLocked(principal.session)
      return void response.json(describe(principal, demo, isLocked))
    }
    const token = readToken(request.headers.cookie)
    const isRevoked = token !== null && (await sessions.isRevoked(token))
    sendProblem(response, isRevoked ? 'session-revoked' : 'signed-out')
  })

  router.post('/api/session', async (request, response) => {
    const body = readBody(signInBody, request, response)
    if (body === null) return
    const result = await signIn.attempt({ ...body, address: request.ip ?? '' })
    if (result.kind === 'too-many-attempts') response.set('Retry-After', String(result.waitSeconds))
    if (result.kind !== 'signed-in') return sendProblem(response, result.kind)
    // Whoever used this browser before is not left signed in behind the new person's back.
    const before = await ownerOf(request)
    if (before !== null) await signOut.end(before, 'signed-in')
    cookie.give(response, 'person', result.token)
    response.status(204).end()
  })

  router.delete('/api/session', async (request, response) => {
    const principal = await ownerOf(request)
    if (principal !== null) await signOut.end(principal)
    cookie.take(response)
    response.status(204).end()
  })

  return router
}

function describe(principal: Principal, demo: boolean, isLocked: boolean): WhoAmI {
  if (principal.kind === 'display') return { kind: 'display', board: principal.board, demo }
  return { kind: 'person', ...principal.person, demo, ...(isLocked && { locked: true }) }
}

export const sessionPaths: ZodOpenApiPathsObject = {
  '/api/session': {
    get: {
      summary: 'Who I am',
      responses: {
        200: json('The person or display', whoAmI),
        ...problems('signed-out', 'session-revoked'),
      },
    },
    post: {
      summary: 'Sign in',
      requestBody: { required: true, content: { 'application/json': { schema: signInBody } } },
      responses: {
        204: { description: 'Signed in: the session is in the cookie' },
        ...problems(
          'invalid-body',
          'wrong-password',
          'forbidden',
          'too-large',
          'too-many-attempts',
        ),
      },
    },
    delete: {
      summary: 'Sign out: this session ends everywhere',
      responses: { 204: { description: 'Nobody is signed in here now' }, ...problems('forbidden') },
    },
  },
}
