import { Router } from 'express'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { boardList, type BoardSummary } from '../../shared/api.ts'
import { SCHEMA_VERSION } from '../../shared/board-document.ts'
import type { Boards, OpenBoard } from '../identity/boards.ts'
import type { Gate } from '../identity/gate.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'

/** The boards that are open to who asks. */
export function boardsRouter(gate: Gate, boards: Boards): Router {
  const router = Router()

  router.get('/api/boards', async (request, response) => {
    const principal = await gate.authenticate(request.headers.cookie)
    if (principal === null) sendProblem(response, 'signed-out')
    else response.json((await boards.openTo(principal)).map(summaryOf))
  })

  return router
}

const summaryOf = ({ id, name, epoch, access }: OpenBoard): BoardSummary => ({
  id,
  name,
  epoch,
  schema: SCHEMA_VERSION,
  access,
})

export const boardsPaths: ZodOpenApiPathsObject = {
  '/api/boards': {
    get: {
      summary: 'The boards that are open to me',
      description: 'A board’s document is at /sync/{id}@{epoch}, in the y-websocket protocol.',
      responses: { 200: json('Boards by name', boardList), ...problems('signed-out') },
    },
  },
}
