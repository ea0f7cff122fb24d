import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { offlineLeave, type OfflineLeave } from '../../shared/api.ts'
import { boardId, type BoardId, type CaseId } from '../../shared/ids.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { doerOf } from '../identity/doer.ts'
import type { Gate } from '../identity/gate.ts'
import { offlineKeyOf } from '../identity/offline-key.ts'
import { readToken } from '../identity/session-cookie.ts'
import type { Sessions } from '../identity/sessions.ts'
import { json, problems } from './describe.ts'
import { memberOf } from './member.ts'
import { sendProblem } from './problems.ts'

export type OfflineParts = {
  readonly gate: Gate
  readonly sessions: Sessions
  readonly audit: AuditLog
  /** The cases of a board that a device may keep. */
  readonly keepableCases: (board: BoardId) => Promise<CaseId[]>
}

/** Lets a person's device keep a board for work without a network. The log has it first. */
export function offlineRouter({ gate, sessions, audit, keepableCases }: OfflineParts): Router {
  const router = Router()

  router.post('/api/boards/:board/offline', async (request, response) => {
    const token = readToken(request.headers.cookie)
    if (token === null) return sendProblem(response, 'signed-out')
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const { board, session } = member
    await audit.record(board, {
      ...doerOf(member, Date.now()),
      ...ABOUT_NOTHING,
      action: 'board-taken-offline',
      to: await keepableCases(board),
    })
    const until = sessions.lastsUntil(session)
    if (until === null) return sendProblem(response, 'signed-out') // it ended while the log waited
    const leave: OfflineLeave = { key: offlineKeyOf(token), until }
    response.json(leave)
  })

  return router
}

export const offlinePaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/offline': {
    post: {
      summary: 'Keep a board on this device',
      description:
        'The key (32 bytes, base64url) belongs to the session and is gone with it; what is kept ' +
        'is to be removed at `until`, on the server’s clock. The log says who keeps which cases.',
      requestParams: { path: z.object({ board: boardId }) },
      responses: {
        200: json('Leave to keep it', offlineLeave),
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
