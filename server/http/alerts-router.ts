import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { alertCursor, alertNews } from '../../shared/alerts.ts'
import type { Alerts } from '../alerts/alerts.ts'
import type { Gate } from '../identity/gate.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'

export type AlertsParts = {
  readonly gate: Gate
  readonly alerts: Pick<Alerts, 'newsFor'>
}

/** Acute cases that wait for a doctor, as far as they concern who asks; displays have no part in it. */
export function alertsRouter({ gate, alerts }: AlertsParts): Router {
  const router = Router()

  router.get('/api/alerts', async (request, response) => {
    const principal = await gate.authenticate(request.headers.cookie)
    const after = alertCursor.safeParse(request.query['after'] ?? 0).data
    if (principal === null) sendProblem(response, 'signed-out')
    else if (principal.kind === 'display') sendProblem(response, 'forbidden')
    else if (after === undefined) sendProblem(response, 'invalid-body')
    else response.json(await alerts.newsFor(principal.person.id, after))
  })

  return router
}

export const alertsPaths: ZodOpenApiPathsObject = {
  '/api/alerts': {
    get: {
      summary: 'Acute cases that wait for a doctor, as far as they concern me',
      description:
        'Those of all my boards that run, and of those that I asked for the ones that have ended ' +
        'after the cursor. By code alone: nothing of a patient is in here.',
      requestParams: { query: z.object({ after: alertCursor.optional() }) },
      responses: {
        200: json('What is going on', alertNews),
        ...problems('signed-out', 'forbidden', 'invalid-body'),
      },
    },
  },
}
