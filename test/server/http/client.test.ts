import express from 'express'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { buildName } from '../../../server/http/client-build.ts'
import { clientRouter } from '../../../server/http/client-router.ts'
import { securityHeaders } from '../../../server/http/security-headers.ts'
import { expectProblem } from '../../support/http.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { startTestServer } from '../../support/test-server.ts'

function build(page = '<script type="module" src="/assets/main-1a2b.js"></script>'): string {
  const folder = temporaryFolder()
  mkdirSync(`${folder}/assets`)
  writeFileSync(`${folder}/index.html`, page)
  writeFileSync(`${folder}/icon.svg`, '<svg/>')
  writeFileSync(`${folder}/assets/main-1a2b.js`, 'void 0')
  return folder
}

async function serve(clientDir: string, publicUrl: URL | null = null): Promise<string> {
  const app = express().use(securityHeaders(publicUrl), clientRouter(clientDir))
  const server = createServer(app).listen(0)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('[H4] every surface’s address gives the one page, which is asked for afresh', async () => {
  const url = await serve(build())
  for (const path of ['/', '/board/kungsbacka', '/wall/kungsbacka', '/day?board=halmstad']) {
    const response = await fetch(url + path)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('main-1a2b.js')
  }
})

test('[H4] hashed files are kept for ever, others are asked for again', async () => {
  const url = await serve(build())
  const script = await fetch(`${url}/assets/main-1a2b.js`)
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const icon = await fetch(`${url}/icon.svg`)
  expect(icon.headers.get('cache-control')).toBe('no-cache')
  expect(icon.headers.get('etag')).not.toBeNull()
})

test('[H4] the page and its files travel compressed', async () => {
  const text = '<!-- a page long enough to be worth it -->'.repeat(100)
  const url = await serve(build(text))
  for (const path of ['/', '/index.html']) {
    const response = await fetch(url + path, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
    expect(await response.text()).toBe(text)
  }
})

test('[H4] a script of an earlier build is not found, rather than the page in its stead', async () => {
  const url = await serve(build())
  await expectProblem(await fetch(`${url}/assets/main-0000.js`), 404, 'not-found')
  const outside = await fetch(`${url}/assets/..%2f..%2fetc%2fpasswd`)
  await expectProblem(outside, 404, 'not-found')
})

test('[H4] a client that was not built says how to build it', async () => {
  const url = await serve(temporaryFolder())
  const response = await fetch(url)
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm run build')
})

test('[S11] pages may load from this server alone, and nobody may frame them', async () => {
  const headers = (await fetch(await serve(build()))).headers
  expect(headers.get('content-security-policy')?.split(';')).toEqual([
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ])
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('x-powered-by')).toBeNull()
  const secure = await fetch(await serve(build(), new URL('https://tavla.example')))
  expect(secure.headers.get('strict-transport-security')).toContain('max-age=')
})

test('[S11] what concerns a person is kept by no cache', async () => {
  const { url } = await startTestServer()
  for (const path of ['/api/session', '/api/boards', '/api/server'])
    expect((await fetch(url + path)).headers.get('cache-control')).toBe('no-store')
})

test('[H4] the build’s name changes when the client does', () => {
  const [one, other] = [buildName(build('a')), buildName(build('b'))]
  expect(one).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/)
  expect(other).not.toBe(one)
  expect(buildName(temporaryFolder())).toMatch(/^\d+\.\d+\.\d+$/)
})
