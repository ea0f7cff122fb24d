import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { mayShow } from '../../shared/access.ts'
import {
  archived,
  archivePage,
  archiveQuestion,
  readArchived,
  type Archived,
  type ArchivePage,
  type ArchiveQuestion,
} from '../../shared/archive.ts'
import { boardId, caseId, type BoardId, type CaseId, type UserId } from '../../shared/ids.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { doerOf } from '../identity/doer.ts'
import type { Gate } from '../identity/gate.ts'
import { json, problems } from './describe.ts'
import { memberOf } from './member.ts'
import { sendProblem } from './problems.ts'

/** The cases that have left their boards. */
export interface Archive {
  search(board: BoardId, question: ArchiveQuestion, me: UserId): Promise<ArchivePage>
  find(board: BoardId, id: CaseId): Promise<Archived | null>
}

export type ArchiveParts = {
  readonly gate: Gate
  readonly audit: AuditLog
  readonly archive: Archive
  /** Has what should have left a board by now leave it. */
  readonly catchUp: (board: BoardId) => Promise<void>
}

const boardPath = z.object({ board: boardId })
const casePath = boardPath.extend({ case: caseId })

/** Searches and reads closed cases that have left their board. The log has each of it first. */
export function archiveRouter({ gate, audit, archive, catchUp }: ArchiveParts): Router {
  const router = Router()

  router.get('/api/boards/:board/archive', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const { board, person } = member
    const question = archiveQuestion.safeParse(request.query).data
    if (question === undefined) return sendProblem(response, 'invalid-body')
    await catchUp(board)
    const page = await archive.search(board, question, person.id)
    await audit.record(board, {
      ...doerOf(member, Date.now()),
      ...ABOUT_NOTHING,
      action: 'archive-searched',
      to: { ...question, cases: page.hits.map((hit) => hit.case) },
    })
    response.json(page)
  })

  router.get('/api/boards/:board/archive/:case', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const { board, person } = member
    const id = caseId.safeParse(request.params.case).data
    const found = id ? await archive.find(board, id) : null
    if (found === null) return sendProblem(response, 'not-found')
    const one = readArchived(found)
    const revealed = mayShow(one, person)
    await audit.record(board, {
      ...doerOf(member, Date.now()),
      ...ABOUT_NOTHING,
      action: 'archived-case-read',
      case: one.id,
      patient: one.patient.ref,
      reason: revealed ? '' : 'protected',
    })
    if (!revealed) return sendProblem(response, 'forbidden')
    response.json(found)
  })

  return router
}

export const archivePaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/archive': {
    get: {
      summary: 'Search closed cases that have left the board',
      description:
        'The latest ended first, a page at a time. Each word is the beginning of one in the name, ' +
        'the code or the birth year; `from` and `to` are the team’s days. A protected identity is ' +
        'found by its code, and by more only by its nurse and its doctor. The log has who searched ' +
        'for what, and what was found.',
      requestParams: { path: boardPath, query: archiveQuestion },
      responses: {
        200: json('A page of what was found', archivePage),
        ...problems('signed-out', 'forbidden', 'not-found', 'invalid-body'),
      },
    },
  },
  '/api/boards/{board}/archive/{case}': {
    get: {
      summary: 'Read a case in the archive',
      description:
        'As it was when it left the board. The log says who read it. Of a protected identity only ' +
        'its nurse and its doctor get it.',
      requestParams: { path: casePath },
      responses: {
        200: json('The case', archived),
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
