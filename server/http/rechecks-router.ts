import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { boardId } from '../../shared/ids.ts'
import { recheckBody, recheckCount, recheckList } from '../../shared/rechecks.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import type { Rechecks } from '../evaluation/rechecks.ts'
import { personDoer } from '../identity/doer.ts'
import type { Gate } from '../identity/gate.ts'
import { readBody } from './bodies.ts'
import { json, problems } from './describe.ts'
import { memberOf } from './member.ts'
import { sendProblem } from './problems.ts'

export type RechecksParts = {
  readonly gate: Gate
  readonly audit: AuditLog
  readonly rechecks: Rechecks
}

/** What is asked 72 hours and 30 days after a case was closed as avoided care. */
export function rechecksRouter({ gate, audit, rechecks }: RechecksParts): Router {
  const router = Router()

  router.get('/api/boards/:board/rechecks/count', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member !== null) response.json({ due: await rechecks.count(member.board) })
  })

  router.get('/api/boards/:board/rechecks', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const { board, person } = member
    const due = await rechecks.list(board, person)
    const to = [...new Set(due.map((one) => one.case))]
    const doer = personDoer(person, Date.now())
    await audit.record(board, { ...doer, ...ABOUT_NOTHING, action: 'rechecks-read', to })
    response.json(due)
  })

  router.post('/api/boards/:board/rechecks/:id', async (request, response) => {
    const member = await memberOf(gate, request, response, 'write')
    if (member === null) return
    const body = readBody(recheckBody, request, response)
    if (body === null) return
    const { board, person } = member
    const isKept = await rechecks.answer(board, request.params.id, body.answer, person)
    if (isKept) response.status(204).end()
    else sendProblem(response, 'not-found')
  })

  router.delete('/api/boards/:board/rechecks/:id', async (request, response) => {
    const member = await memberOf(gate, request, response, 'write')
    if (member === null) return
    const isBack = await rechecks.withdraw(member.board, request.params.id, member.person)
    if (isBack) response.status(204).end()
    else sendProblem(response, 'not-found')
  })

  return router
}

const onBoard = { path: z.object({ board: boardId }) }
const onOne = { path: z.object({ board: boardId, id: z.string() }) }

export const rechecksPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/rechecks': {
    get: {
      summary: 'What is due to be asked about closed cases',
      description:
        'Whether the patient needed the care after all that was judged avoided, 3 and 30 days ' +
        'after closing; the longest due first, at most 100. The log says who has read it.',
      requestParams: onBoard,
      responses: {
        200: json('What is due', recheckList),
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/boards/{board}/rechecks/count': {
    get: {
      summary: 'How much of that is due',
      requestParams: onBoard,
      responses: {
        200: json('Their number', recheckCount),
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/boards/{board}/rechecks/{id}': {
    post: {
      summary: 'Answer one of them',
      requestParams: onOne,
      requestBody: { content: { 'application/json': { schema: recheckBody } } },
      responses: {
        204: { description: 'It is kept, with who answered' },
        ...problems('signed-out', 'forbidden', 'not-found', 'invalid-body'),
      },
    },
    delete: {
      summary: 'Take back one’s own answer',
      requestParams: onOne,
      responses: {
        204: { description: 'It is due again' },
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
