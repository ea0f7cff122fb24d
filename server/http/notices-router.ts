import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import type { UserId } from '../../shared/ids.ts'
import { noticePage, noticesReadBody, noticeSettings } from '../../shared/notices.ts'
import type { Gate } from '../identity/gate.ts'
import type { Inbox } from '../notices/inbox.ts'
import { readBody } from './bodies.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'
import { signedInPerson } from './signed-in-person.ts'

export type NoticesParts = {
  readonly gate: Gate
  readonly inbox: Inbox
  /** Rings at a person's pages: another of them has read something. */
  readonly ring: (people: readonly UserId[]) => void
}

/** What a person is told of, and what they want to hear. */
export function noticesRouter({ gate, inbox, ring }: NoticesParts): Router {
  const router = Router()
  const whoAsks = async (request: Request, response: Response) =>
    (await signedInPerson(gate, request, response))?.person.id ?? null

  router.get('/api/notices', async (request, response) => {
    const me = await whoAsks(request, response)
    if (me === null) return
    const after = cursor.safeParse(request.query['after']).data
    if (after === undefined) return sendProblem(response, 'invalid-body', 'after')
    response.json(await inbox.page(me, after))
  })

  router.post('/api/notices/read', async (request, response) => {
    const me = await whoAsks(request, response)
    if (me === null) return
    const which = readBody(noticesReadBody, request, response)
    if (which === null) return
    await inbox.markRead(me, which)
    ring([me])
    response.status(204).end()
  })

  router.get('/api/notices/settings', async (request, response) => {
    const me = await whoAsks(request, response)
    if (me !== null) response.json({ muted: await inbox.muted(me) })
  })

  router.put('/api/notices/settings', async (request, response) => {
    const me = await whoAsks(request, response)
    if (me === null) return
    const settings = readBody(noticeSettings, request, response)
    if (settings === null) return
    await inbox.mute(me, settings.muted)
    response.status(204).end()
  })

  return router
}

const cursor = z.coerce.number().pipe(z.int().min(0)).default(0)
const refusals = problems('signed-out', 'session-locked', 'forbidden')
const refusalsOfBody = problems('invalid-body', 'signed-out', 'session-locked', 'forbidden')

export const noticesPaths: ZodOpenApiPathsObject = {
  '/api/notices': {
    get: {
      summary: 'What I am told of',
      description:
        'What came after a number, the newest first, at most 100; and how many of all are unread. ' +
        'A case goes by its code. The live socket’s event `notices` says that it is time to ask.',
      requestParams: { query: z.object({ after: z.int().min(0).optional() }) },
      responses: { 200: json('My notices', noticePage), ...refusalsOfBody },
    },
  },
  '/api/notices/read': {
    post: {
      summary: 'Mark notices as read',
      requestBody: { content: { 'application/json': { schema: noticesReadBody } } },
      responses: { 204: { description: 'They are read' }, ...refusalsOfBody },
    },
  },
  '/api/notices/settings': {
    get: {
      summary: 'The kinds of notices that I get none of',
      responses: { 200: json('What is switched off', noticeSettings), ...refusals },
    },
    put: {
      summary: 'Choose the kinds of notices that I get none of',
      requestBody: { content: { 'application/json': { schema: noticeSettings } } },
      responses: { 204: { description: 'Kept' }, ...refusalsOfBody },
    },
  },
}
