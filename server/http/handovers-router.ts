import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import type { Receiver } from '../../shared/case.ts'
import { handoverBody, handoverList, type HandoverList } from '../../shared/handover-list.ts'
import { boardId, type BoardId } from '../../shared/ids.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { doerOf } from '../identity/doer.ts'
import type { Gate } from '../identity/gate.ts'
import { readBody } from './bodies.ts'
import { json, problems } from './describe.ts'
import { memberOf } from './member.ts'

export type HandoverParts = {
  readonly gate: Gate
  readonly audit: AuditLog
  /** What a board as it is on disk hands over to a receiver. */
  readonly handoverListOf: (board: BoardId, to: Receiver) => Promise<HandoverList>
}

const ACTIONS = { paper: 'handover-printed', copy: 'handover-copied' } as const

/** Gives a member the list for one receiver, to print or copy. The log has it first. */
export function handoversRouter({ gate, audit, handoverListOf }: HandoverParts): Router {
  const router = Router()

  router.post('/api/boards/:board/handovers', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const body = readBody(handoverBody, request, response)
    if (body === null) return
    const list = await handoverListOf(member.board, body.to)
    await audit.record(member.board, {
      ...doerOf(member, Date.now()),
      ...ABOUT_NOTHING,
      action: ACTIONS[body.for],
      object: body.to,
      to: list.rows.map((row) => row.case),
    })
    response.json(list)
  })

  return router
}

export const handoversPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/handovers': {
    post: {
      summary: 'The list of an evening, to print or copy',
      description:
        'What evening and night care or the on-call car is told at the end of the day. Of a ' +
        'protected identity it has only the code. The log says who took which cases with them.',
      requestParams: { path: z.object({ board: boardId }) },
      requestBody: { required: true, content: { 'application/json': { schema: handoverBody } } },
      responses: {
        200: json('The list', handoverList),
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
