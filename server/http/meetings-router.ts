import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { accessOf } from '../../shared/access.ts'
import { boardId, caseId } from '../../shared/ids.ts'
import {
  agreement,
  enteredMeeting,
  meetingId,
  meetingList,
  minutes,
} from '../../shared/meeting-api.ts'
import type { Gate } from '../identity/gate.ts'
import type { Asker, Meetings } from '../meetings/meetings.ts'
import { readBody } from './bodies.ts'
import { json, problems } from './describe.ts'
import { memberOf } from './member.ts'
import { sendProblem } from './problems.ts'

export type MeetingsParts = { readonly gate: Gate; readonly meetings: Meetings }

const ofBoard = z.object({ board: boardId })
const ofMeeting = ofBoard.extend({ meeting: meetingId })
const ofCase = ofMeeting.extend({ case: caseId })

/** A board's meetings, for its members; displays have no part in them. */
export function meetingsRouter({ gate, meetings }: MeetingsParts): Router {
  const router = Router()

  router.get('/api/boards/:board/meetings', async (request, response) => {
    const asked = await askedBy(gate, ofBoard, request, response)
    if (asked) response.json(await meetings.list(asked.asker))
  })

  router.post('/api/boards/:board/meetings', async (request, response) => {
    const asked = await askedBy(gate, ofBoard, request, response)
    if (!asked) return
    const entered = await meetings.enter(asked.asker, asked.mayWrite)
    if (entered) response.json(entered)
    else sendProblem(response, 'forbidden')
  })

  router.get('/api/boards/:board/meetings/:meeting', async (request, response) => {
    const asked = await askedBy(gate, ofMeeting, request, response)
    if (!asked) return
    const read = await meetings.minutes(asked.asker, asked.path.meeting)
    if (read) response.json(read)
    else sendProblem(response, 'not-found')
  })

  router.put('/api/boards/:board/meetings/:meeting/cases/:case', async (request, response) => {
    const asked = await askedBy(gate, ofCase, request, response)
    if (!asked) return
    if (!asked.mayWrite) return sendProblem(response, 'forbidden')
    const body = readBody(agreement, request, response)
    if (!body) return
    const { asker, path } = asked
    if (await meetings.write(asker, path.meeting, path.case, body.note)) response.status(204).end()
    else sendProblem(response, 'not-found')
  })

  router.post('/api/boards/:board/meetings/:meeting/end', async (request, response) => {
    const asked = await askedBy(gate, ofMeeting, request, response)
    if (!asked) return
    if (!asked.mayWrite) sendProblem(response, 'forbidden')
    else if (await meetings.end(asked.asker, asked.path.meeting)) response.status(204).end()
    else sendProblem(response, 'not-found')
  })

  return router
}

type Asked<P> = { readonly asker: Asker; readonly mayWrite: boolean; readonly path: P }

/** Who asks for what, when it is a member of the board in the address; else answers the request. */
async function askedBy<P extends z.infer<typeof ofBoard>>(
  gate: Gate,
  schema: z.ZodType<P>,
  request: Request,
  response: Response,
): Promise<Asked<P> | null> {
  const asker = await memberOf(gate, request, response)
  if (asker === null) return null
  const path = schema.safeParse(request.params).data
  if (path) return { asker, mayWrite: accessOf(asker.person.role) === 'write', path }
  sendProblem(response, 'not-found')
  return null
}

const NOBODY = ['signed-out', 'forbidden', 'not-found'] as const

export const meetingsPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/meetings': {
    get: {
      summary: 'The board’s meetings',
      requestParams: { path: ofBoard },
      responses: { 200: json('The latest first', meetingList), ...problems(...NOBODY) },
    },
    post: {
      summary: 'Start a meeting, or join the one under way',
      description:
        'One at a time on a board; who only reads joins. The log has which cases it shows. One ' +
        'that nobody has ended after two hours has ended with its last word.',
      requestParams: { path: ofBoard },
      responses: { 200: json('The meeting', enteredMeeting), ...problems(...NOBODY) },
    },
  },
  '/api/boards/{board}/meetings/{meeting}': {
    get: {
      summary: 'A meeting’s minutes',
      description: 'That they were read is logged first, with the cases in them.',
      requestParams: { path: ofMeeting },
      responses: { 200: json('What was agreed', minutes), ...problems(...NOBODY) },
    },
  },
  '/api/boards/{board}/meetings/{meeting}/cases/{case}': {
    put: {
      summary: 'Note what was agreed about a case',
      description:
        'Who does what and when is changed on the board itself; the minutes take it from there ' +
        'when the meeting ends. Each person has a note of their own; ten minutes after the end ' +
        'no more are taken.',
      requestParams: { path: ofCase },
      requestBody: { content: { 'application/json': { schema: agreement } } },
      responses: {
        204: { description: 'It is in the minutes' },
        ...problems('invalid-body', ...NOBODY),
      },
    },
  },
  '/api/boards/{board}/meetings/{meeting}/end': {
    post: {
      summary: 'End a meeting',
      requestParams: { path: ofMeeting },
      responses: { 204: { description: 'It has ended' }, ...problems(...NOBODY) },
    },
  },
}
