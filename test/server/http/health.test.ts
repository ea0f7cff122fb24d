import express from 'express'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { healthRouter } from '../../../server/http/health-router.ts'
import { Readiness } from '../../../server/http/readiness.ts'
import { startTestServer } from '../../support/test-server.ts'

async function answer(address: string) {
  const response = await fetch(address)
  return { status: response.status, body: (await response.json()) as unknown }
}

test('[H2] a server at work lives and is ready', async () => {
  const { url } = await startTestServer()
  expect(await answer(`${url}/healthz`)).toEqual({ status: 200, body: { status: 'ok' } })
  const checks = { database: 'ok', saving: 'ok' }
  expect(await answer(`${url}/readyz`)).toEqual({ status: 200, body: { status: 'ok', checks } })
})

test('[H2] while nothing is being saved, or no database answers, it lives but is not ready', async () => {
  const readiness = new Readiness()
  let ping = async () => undefined
  const app = express().use(healthRouter({ readiness, pingDatabase: () => ping() }))
  const server = createServer(app).listen(0)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const failing = (checks: object) => ({ status: 503, body: { status: 'failing', checks } })

  readiness.report('saving', 'failing')
  const unsaved = { database: 'ok', saving: 'failing' }
  expect(await answer(`${url}/readyz`)).toEqual(failing(unsaved))
  expect((await answer(`${url}/healthz`)).status).toBe(200)

  readiness.report('saving', 'ok')
  ping = () => Promise.reject(new Error('no database'))
  expect(await answer(`${url}/readyz`)).toEqual(failing({ database: 'failing', saving: 'ok' }))

  ping = async () => undefined
  expect((await answer(`${url}/readyz`)).status).toBe(200)
})

test('[H3] metrics name routes by pattern and carry no ids of people', async () => {
  const { url } = await startTestServer()
  await fetch(`${url}/api/boards/kungsbacka/display`, { method: 'POST' })
  const response = await fetch(`${url}/metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  expect(text).toContain('route="/api/boards/:board/display",status="401"')
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  expect(text).not.toMatch(/kungsbacka|karin/)
})
