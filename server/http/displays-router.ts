import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { boardId } from '../../shared/ids.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { displayName } from '../identity/display-name.ts'
import { doerOf } from '../identity/doer.ts'
import type { Gate } from '../identity/gate.ts'
import { sessionIdOf } from '../identity/session-cookie.ts'
import type { SignOut } from '../identity/sign-out.ts'
import type { Sessions } from '../identity/sessions.ts'
import { problems } from './describe.ts'
import { memberOf } from './member.ts'
import type { SessionCookie } from './session-cookie.ts'

type Parts = {
  readonly gate: Gate
  readonly sessions: Sessions
  readonly signOut: SignOut
  readonly audit: AuditLog
  readonly cookie: SessionCookie
}

/** Turns a signed-in person's browser into a display of one board. */
export function displaysRouter({ gate, sessions, signOut, audit, cookie }: Parts): Router {
  const router = Router()

  router.post('/api/boards/:board/display', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const { board } = member
    const token = await sessions.start({ display: board })
    const doer = doerOf(member, Date.now())
    const object = displayName(sessionIdOf(token))
    await audit.record(board, { ...doer, ...ABOUT_NOTHING, action: 'display-created', object })
    await signOut.end(member, 'display-created')
    cookie.give(response, 'display', token)
    response.status(204).end()
  })

  return router
}

export const displaysPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/display': {
    post: {
      summary: 'Turn this browser into a display of a board',
      description: 'The person’s own session ends; the display can do nothing but show that wall.',
      requestParams: { path: z.object({ board: boardId }) },
      responses: {
        204: { description: 'The browser is a display now: its session is in the cookie' },
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
