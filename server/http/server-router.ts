import { Router } from 'express'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { serverInfo, type ServerInfo } from '../../shared/api.ts'
import type { Accounts } from '../identity/accounts.ts'
import { json } from './describe.ts'

type Parts = { readonly accounts: Accounts; readonly build: string; readonly demo: boolean }

/** What a browser may know before anyone has signed in. */
export function serverRouter({ accounts, build, demo }: Parts): Router {
  const router = Router()

  router.get('/api/server', async (_request, response) => {
    const people = await accounts.demoAccounts()
    const demoAccounts = people.map(({ id, name, role }) => ({ username: id, name, role }))
    const info: ServerInfo = { build, demo, demoAccounts }
    response.json(info)
  })

  return router
}

export const serverPaths: ZodOpenApiPathsObject = {
  '/api/server': {
    get: {
      summary: 'What this server is',
      responses: { 200: json('Its build and its demo accounts', serverInfo) },
    },
  },
}
