import express, { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { rosterDays, rosterRows, shiftBody } from '../../shared/duty-api.ts'
import { boardId, userId, type BoardId } from '../../shared/ids.ts'
import { importReport } from '../../shared/import-report.ts'
import { IMPORT_BYTES_MAX } from '../../shared/limits.ts'
import { isOnRoster } from '../../shared/person.ts'
import type { DutyImport } from '../duty/duty-import.ts'
import type { Roster } from '../duty/roster.ts'
import type { Boards } from '../identity/boards.ts'
import type { Gate } from '../identity/gate.ts'
import { readBody } from './bodies.ts'
import { json, problems } from './describe.ts'
import { memberOf } from './member.ts'
import { sendProblem } from './problems.ts'

export type DutyParts = {
  readonly gate: Gate
  readonly boards: Boards
  readonly roster: Roster
  readonly dutyImport: DutyImport
  /** Shows a board what its roster is now. */
  readonly refreshDuty: (board: BoardId) => Promise<void>
}

const ofShift = z.object({ board: boardId, day: z.iso.date(), person: userId })
const query = z.object({ dry: z.enum(['0', '1']) })
const file = express.text({ type: ['text/csv', 'text/calendar'], limit: IMPORT_BYTES_MAX })

/** Who is on duty: read by all of a board's members, kept by the team itself. */
export function dutyRouter(parts: DutyParts): Router {
  const { gate, boards, roster, dutyImport, refreshDuty } = parts
  const router = Router()

  router.get('/api/boards/:board/duty', async (request, response) => {
    const member = await memberOf(gate, request, response)
    if (member === null) return
    const days = rosterDays.safeParse(request.query).data
    if (days === undefined) sendProblem(response, 'invalid-body')
    else response.json(await roster.list(member.board, days.from, days.until))
  })

  router.put('/api/boards/:board/duty/:day/:person', async (request, response) => {
    const member = await memberOf(gate, request, response, 'write')
    if (member === null) return
    const key = ofShift.safeParse(request.params).data
    const body = readBody(shiftBody, request, response)
    if (body === null) return
    const team = (await boards.members(member.board)).filter(isOnRoster)
    if (!key || !team.some(({ id }) => id === key.person)) return sendProblem(response, 'not-found')
    await roster.set(key, body, member.person)
    await refreshDuty(key.board)
    response.status(204).end()
  })

  router.delete('/api/boards/:board/duty/:day/:person', async (request, response) => {
    const member = await memberOf(gate, request, response, 'write')
    if (member === null) return
    const key = ofShift.safeParse(request.params).data
    if (!key || !(await roster.remove(key, member.person)))
      return sendProblem(response, 'not-found')
    await refreshDuty(key.board)
    response.status(204).end()
  })

  router.post('/api/boards/:board/duty/import', async (request, response, next) => {
    const member = await memberOf(gate, request, response, 'manage')
    if (member === null) return
    file(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error)
      const asked = query.safeParse(request.query).data
      if (asked === undefined || typeof request.body !== 'string')
        return sendProblem(response, 'invalid-body')
      const kind = request.is('text/calendar') ? 'ical' : 'csv'
      const { board, person } = member
      dutyImport
        .run(board, person, { kind, text: request.body }, asked.dry === '1')
        .then(async (report) => {
          if (report.imported) await refreshDuty(board)
          response.json(report)
        })
        .catch(next)
    })
  })

  return router
}

const onBoard = z.object({ board: boardId })

export const dutyPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/duty': {
    get: {
      summary: 'Who is on duty on some days',
      requestParams: { path: onBoard, query: rosterDays },
      responses: {
        200: json('The roster by day and hour', rosterRows),
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/boards/{board}/duty/{day}/{person}': {
    put: {
      summary: 'Put a nurse or a doctor on duty',
      description: 'One’s own shift, or a colleague’s. It replaces the one of that day.',
      requestParams: { path: ofShift },
      requestBody: { content: { 'application/json': { schema: shiftBody } } },
      responses: {
        204: { description: 'It is on the roster, and on every surface of the board' },
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found'),
      },
    },
    delete: {
      summary: 'Take a shift off the roster',
      requestParams: { path: ofShift },
      responses: {
        204: { description: 'It is gone' },
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/boards/{board}/duty/import': {
    post: {
      summary: 'Take shifts from a CSV or an iCal file',
      description:
        'For managers. A dry run only says what is wrong with which row or event; else all valid ' +
        'ones are taken at once. Of a calendar the days from today on, three months ahead.',
      requestParams: { path: onBoard, query },
      requestBody: {
        content: {
          'text/csv': { schema: z.string() },
          'text/calendar': { schema: z.string() },
        },
      },
      responses: {
        200: json('What the file holds, and what came of it', importReport),
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found', 'too-large'),
      },
    },
  },
}
