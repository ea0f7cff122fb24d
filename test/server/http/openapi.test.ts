import { expect, test } from 'vitest'
import type { Router } from 'express'
import { z } from 'zod'
import { createHttpApp, type HttpParts } from '../../../server/http/http-app.ts'
import { Registry } from 'prom-client'
import { startTestServer } from '../../support/test-server.ts'

const document = z.looseObject({
  openapi: z.literal('3.1.1'),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ summary: z.string() }))),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

/** Every route that the app really has, as OpenAPI writes it; the client's fallback aside. */
function routesOf(router: Router): string[] {
  return router.stack.flatMap((layer) => {
    if (!layer.route) return 'stack' in layer.handle ? routesOf(layer.handle as Router) : []
    const path = layer.route.path.replace(/:(\w+)/g, '{$1}')
    if (path === '/{*splat}') return []
    return layer.route.stack.map(({ method }) => `${method} ${path}`)
  })
}

test('[H1] the OpenAPI document lists every route of the app, and no other', async () => {
  const { url } = await startTestServer()
  const response = await fetch(`${url}/api/openapi.json`)
  const { paths } = document.parse(await response.json())
  const described = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  )
  const parts = { registry: new Registry(), publicUrl: null, build: '', clientDir: 'dist/client' }
  const app = createHttpApp(parts as HttpParts)
  const routes = routesOf(app.router as Router)
  expect(routes).toContain('post /api/boards/{board}/display')
  expect(described.sort()).toEqual(routes.sort())
})

test('[H1] the document shows the forms that the server checks with', async () => {
  const { url } = await startTestServer()
  const { components } = document.parse(await (await fetch(`${url}/api/openapi.json`)).json())
  expect(components.schemas).toMatchObject({
    SignIn: {
      properties: { username: { minLength: 1, maxLength: 64 }, password: { maxLength: 200 } },
      required: ['username', 'password'],
      additionalProperties: false,
    },
    Problem: { required: ['type', 'title', 'status', 'name'] },
  })
})
