import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { mayShow } from '../../shared/access.ts'
import type { Case } from '../../shared/case.ts'
import { caseHistory } from '../../shared/history.ts'
import { boardId, caseId, type BoardId, type CaseId } from '../../shared/ids.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { readHistory, type CaseRows } from '../audit/case-history.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { doerOf } from '../identity/doer.ts'
import type { Gate } from '../identity/gate.ts'
import { json, problems } from './describe.ts'
import { memberOf } from './member.ts'
import { sendProblem } from './problems.ts'

export type HistoryParts = {
  readonly gate: Gate
  readonly audit: AuditLog
  readonly caseRows: CaseRows
  /** A case as its board or the archive has it; null when neither does. */
  readonly findCase: (board: BoardId, id: CaseId) => Promise<Case | null>
}

const path = z.object({ board: boardId, case: caseId })
const query = z.object({ before: z.coerce.number().int().positive().optional() })

/** What the log says of a case. Asking for it is what opens the case, as far as the log goes. */
export function historyRouter({ gate, audit, caseRows, findCase }: HistoryParts): Router {
  const router = Router()

  router.get('/api/boards/:board/cases/:case/history', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const { board, person } = member
    const id = caseId.safeParse(request.params.case).data
    const one = id && (await findCase(board, id))
    if (!one) return sendProblem(response, 'not-found')
    const page = query.safeParse(request.query).data
    if (page === undefined) return sendProblem(response, 'invalid-body')

    const revealed = mayShow(one, person)
    await audit.record(board, {
      ...doerOf(member, Date.now()),
      ...ABOUT_NOTHING,
      action: page.before === undefined ? 'case-opened' : 'history-read',
      case: one.id,
      patient: one.patient.ref,
      reason: revealed ? '' : 'protected',
    })
    if (!revealed) return sendProblem(response, 'forbidden')
    response.json(await readHistory(caseRows, board, one.id, page.before ?? null))
  })

  return router
}

export const historyPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/cases/{case}/history': {
    get: {
      summary: 'What was done to a case',
      description:
        'Newest first, a page at a time. The log says that who asks has opened the case. Of a ' +
        'protected identity only its nurse and its doctor get it.',
      requestParams: { path, query },
      responses: {
        200: json('A page of its history', caseHistory),
        ...problems('signed-out', 'forbidden', 'not-found', 'invalid-body'),
      },
    },
  },
}
