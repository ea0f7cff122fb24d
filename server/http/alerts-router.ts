import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { alertCursor, alertNews } from '../../shared/alerts.ts'
import type { Alerts } from '../alerts/alerts.ts'
import type { Gate } from '../identity/gate.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'
import { signedInPerson } from './signed-in-person.ts'

export type AlertsParts = {
  readonly gate: Gate
  readonly alerts: Pick<Alerts, 'newsFor'>
}

/** Acute cases that wait for a doctor, as far as they concern who asks; displays have no part in it. */
export function alertsRouter({ gate, alerts }: AlertsParts): Router {
  const router = Router()

  router.get('/api/alerts', async (request, response) => {
    const who = await signedInPerson(gate, request, response)
    if (who === null) return
    const after = alertCursor.safeParse(request.query['after'] ?? 0).data
    if (after === undefined) sendProblem(response, 'invalid-body')
    else response.json(await alerts.newsFor(who.person.id, after))
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
