import { Router } from 'express'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { pushKey, pushSubscription } from '../../shared/push.ts'
import type { Gate } from '../identity/gate.ts'
import type { Devices } from '../push/devices.ts'
import type { Push } from '../push/push.ts'
import { readBody } from './bodies.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'
import { signedInPerson } from './signed-in-person.ts'

export type PushRouterParts = {
  readonly gate: Gate
  readonly devices: Devices
  readonly push: Push
}

/** Whether this browser's device is woken; it belongs to the session and ends with it. */
export function pushRouter({ gate, devices, push }: PushRouterParts): Router {
  const router = Router()

  router.get('/api/push/key', async (request, response) => {
    const principal = await signedInPerson(gate, request, response)
    if (principal === null) return
    response.json({ key: push.publicKey, on: await devices.has(principal.session) })
  })

  router.put('/api/push/subscription', async (request, response) => {
    const principal = await signedInPerson(gate, request, response)
    if (principal === null) return
    const body = readBody(pushSubscription, request, response)
    if (body === null) return
    if (!push.mayPost(body.endpoint))
      return sendProblem(
        response,
        'invalid-body',
        'endpoint: not a push service that is known here',
      )
    await devices.keep(principal.session, body)
    response.status(204).end()
  })

  router.delete('/api/push/subscription', async (request, response) => {
    const principal = await signedInPerson(gate, request, response)
    if (principal === null) return
    await devices.forget(principal.session)
    response.status(204).end()
  })

  return router
}

const refusals = problems('signed-out', 'session-locked', 'forbidden')

export const pushPaths: ZodOpenApiPathsObject = {
  '/api/push/key': {
    get: {
      summary: 'The key for this browser’s push subscription, and whether it is woken',
      responses: { 200: json('The VAPID public key', pushKey), ...refusals },
    },
  },
  '/api/push/subscription': {
    put: {
      summary: 'Have this browser’s device woken (Web Push, RFC 8030)',
      description:
        'Messages carry a kind and a count, nothing else. They end with the session, and when the ' +
        'push service says that the subscription is gone.',
      requestBody: { content: { 'application/json': { schema: pushSubscription } } },
      responses: {
        204: { description: 'It is woken from now on' },
        ...problems('invalid-body', 'signed-out', 'session-locked', 'forbidden'),
      },
    },
    delete: {
      summary: 'Let this browser’s device sleep',
      responses: { 204: { description: 'It is not woken any more' }, ...refusals },
    },
  },
}
