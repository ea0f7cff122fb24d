import compression from 'compression'
import express, { Router, type RequestHandler } from 'express'
import { join } from 'node:path'
import { notFound } from './errors.ts'

const NOT_BUILT = 'The client has not been built yet. Run: npm run build\n'

/** Serves the built client, compressed: hashed files for ever, its one page afresh for every surface. */
export function clientRouter(clientDir: string): Router {
  const router = Router()
  const assets = { index: false, immutable: true, maxAge: '1y' } as const
  const others = { index: false, cacheControl: false } as const

  router.use(compression())
  router.use('/assets', express.static(join(clientDir, 'assets'), assets), notFound)
  router.use(afresh, express.static(clientDir, others))
  router.get('/{*splat}', (_request, response, next) => {
    response.sendFile('index.html', { root: clientDir, cacheControl: false }, (error) => {
      if (error === undefined) return
      if ('code' in error && error.code === 'ENOENT')
        response.status(503).type('text/plain').send(NOT_BUILT)
      else next(error)
    })
  })

  return router
}

/** Browsers keep a copy but ask whether it still holds. */
const afresh: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-cache')
  next()
}
