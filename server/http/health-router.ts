import { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { json } from './describe.ts'
import { CHECKS, type Readiness } from './readiness.ts'

type Parts = {
  readonly readiness: Readiness
  /** Rejects while the database does not answer. */
  readonly pingDatabase: () => Promise<void>
}

/** For whoever watches over the server: does it live, and can it do its work? */
export function healthRouter({ readiness, pingDatabase }: Parts): Router {
  const router = Router()

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })

  router.get('/readyz', async (_request, response) => {
    const answers = await pingDatabase().then(
      () => true,
      () => false,
    )
    readiness.report('database', answers ? 'ok' : 'failing')
    const { status, checks } = readiness
    response.status(status === 'ok' ? 200 : 503).json({ status, checks })
  })

  return router
}

const state = z.enum(['ok', 'failing'])
const ready = z.strictObject({ status: state, checks: z.record(z.enum(CHECKS), state) })

export const healthPaths: ZodOpenApiPathsObject = {
  '/healthz': {
    get: {
      summary: 'Whether the server lives',
      responses: { 200: json('It does', z.strictObject({ status: z.literal('ok') })) },
    },
  },
  '/readyz': {
    get: {
      summary: 'Whether the server can do its work',
      responses: { 200: json('It can', ready), 503: json('It cannot', ready) },
    },
  },
}
