import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { may } from '../../shared/access.ts'
import { boardSessionList } from '../../shared/api.ts'
import { boardId, type BoardId } from '../../shared/ids.ts'
import type { BoardSessions } from '../identity/board-sessions.ts'
import type { Gate } from '../identity/gate.ts'
import type { Principal } from '../identity/principal.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'
import { signedInPerson } from './signed-in-person.ts'

type Parts = { readonly gate: Gate; readonly boardSessions: BoardSessions }

/** Who is signed in to a board, for its manager, who may end any of these sessions. */
export function boardSessionsRouter({ gate, boardSessions }: Parts): Router {
  const router = Router()

  router.get('/api/boards/:board/sessions', async (request, response) => {
    const manager = await managerOf(gate, request, response)
    if (manager === null) return
    response.json(await boardSessions.list(manager.board, manager.principal.session))
  })

  router.delete('/api/boards/:board/sessions/:session', async (request, response) => {
    const manager = await managerOf(gate, request, response)
    if (manager === null) return
    const { board, principal } = manager
    const isGone = await boardSessions.revoke(board, request.params.session, principal)
    if (isGone) response.status(204).end()
    else sendProblem(response, 'not-found')
  })

  return router
}

/** Who asks, when it is a manager of the board in the address; else answers the request. */
async function managerOf(
  gate: Gate,
  request: Request,
  response: Response,
): Promise<{ principal: Principal; board: BoardId } | null> {
  const principal = await signedInPerson(gate, request, response)
  if (principal === null) return null
  const board = boardId.safeParse(request.params['board']).data
  if (!may(principal.person.role, 'settings')) sendProblem(response, 'forbidden')
  else if (board === undefined || (await gate.enter(principal, board)) === null)
    sendProblem(response, 'not-found')
  else return { principal, board }
  return null
}

export const boardSessionsPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/sessions': {
    get: {
      summary: 'Who is signed in to a board',
      description: 'For its managers: the sessions of its members and of its displays.',
      requestParams: { path: z.object({ board: boardId }) },
      responses: {
        200: json('The latest used first', boardSessionList),
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/boards/{board}/sessions/{session}': {
    delete: {
      summary: 'Sign somebody out',
      description: 'The session ends at once, with every socket that it has open.',
      requestParams: { path: z.object({ board: boardId, session: z.string() }) },
      responses: {
        204: { description: 'The session has ended' },
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
