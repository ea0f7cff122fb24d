import { Router, type RequestHandler } from 'express'
import { Histogram, type Registry } from 'prom-client'
import type { ZodOpenApiPathsObject } from 'zod-openapi'

/** Prometheus' view of the server. */
export function metricsRouter(registry: Registry): Router {
  const router = Router()

  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  })

  return router
}

/** Times requests by route pattern, so that ids in addresses make no series of their own. */
export function measureRequests(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'samtavlan_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  return (request, response, next) => {
    const stop = seconds.startTimer()
    response.on('finish', () => {
      const route = (request.route as { path: string } | undefined)?.path ?? 'other'
      stop({ method: request.method, route, status: response.statusCode })
    })
    next()
  }
}

export const metricsPaths: ZodOpenApiPathsObject = {
  '/metrics': {
    get: {
      summary: 'Measurements for Prometheus',
      responses: { 200: { description: 'Prometheus’ text format', content: { 'text/plain': {} } } },
    },
  },
}
