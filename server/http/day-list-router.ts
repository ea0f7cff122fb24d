import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { casesOn, dayList, type DayList } from '../../shared/day-list.ts'
import { boardId, type BoardId } from '../../shared/ids.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { doerOf } from '../identity/doer.ts'
import type { Gate } from '../identity/gate.ts'
import { json, problems } from './describe.ts'
import { memberOf } from './member.ts'

export type DayListParts = {
  readonly gate: Gate
  readonly audit: AuditLog
  /** The day list of a board as it is on disk. */
  readonly dayListOf: (board: BoardId) => Promise<DayList>
}

/** Gives a member the day list to print. The log has it first, with the cases on it. */
export function dayListRouter({ gate, audit, dayListOf }: DayListParts): Router {
  const router = Router()

  router.post('/api/boards/:board/day-list', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const list = await dayListOf(member.board)
    await audit.record(member.board, {
      ...doerOf(member, Date.now()),
      ...ABOUT_NOTHING,
      action: 'day-list-printed',
      to: casesOn(list),
    })
    response.json(list)
  })

  return router
}

export const dayListPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/day-list': {
    post: {
      summary: 'The day list, to print',
      description:
        'What a team needs to go on by paper. Of a protected identity it has only the code. The ' +
        'log says who printed which cases.',
      requestParams: { path: z.object({ board: boardId }) },
      responses: {
        200: json('The day list', dayList),
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
