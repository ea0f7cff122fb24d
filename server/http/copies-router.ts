import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { mayShow } from '../../shared/access.ts'
import { copyBody } from '../../shared/api.ts'
import { boardId, caseId } from '../../shared/ids.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { doerOf } from '../identity/doer.ts'
import { readBody } from './bodies.ts'
import { problems } from './describe.ts'
import type { HistoryParts } from './history-router.ts'
import { memberOf } from './member.ts'
import { sendProblem } from './problems.ts'

const path = z.object({ board: boardId, case: caseId })

/** Takes down that somebody copies a case's words, to paste them elsewhere: the log has it first. */
export function copiesRouter({
  gate,
  audit,
  findCase,
}: Pick<HistoryParts, 'gate' | 'audit' | 'findCase'>): Router {
  const router = Router()

  router.post('/api/boards/:board/cases/:case/copies', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const { board, person } = member
    const id = caseId.safeParse(request.params.case).data
    const one = id && (await findCase(board, id))
    if (!one) return sendProblem(response, 'not-found')
    const body = readBody(copyBody, request, response)
    if (body === null) return

    const revealed = mayShow(one, person)
    await audit.record(board, {
      ...doerOf(member, Date.now()),
      ...ABOUT_NOTHING,
      action: 'case-copied',
      case: one.id,
      patient: one.patient.ref,
      object: body.what,
      reason: revealed ? '' : 'protected',
    })
    if (!revealed) return sendProblem(response, 'forbidden')
    response.status(204).end()
  })

  return router
}

export const copiesPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/cases/{case}/copies': {
    post: {
      summary: 'Copy a case’s words',
      description:
        'The words are on the board already; this has the log say who takes them elsewhere. Of a ' +
        'protected identity only its nurse and its doctor may.',
      requestParams: { path },
      requestBody: { required: true, content: { 'application/json': { schema: copyBody } } },
      responses: {
        204: { description: 'The log has it' },
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
