import type { z } from 'zod'
import type { ZodOpenApiResponsesObject } from 'zod-openapi'
import { problem, type ProblemName } from '../../shared/api.ts'
import { MEANING, PROBLEM_TYPE } from './problems.ts'

/** Words of the OpenAPI document that several routers share. */

export const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
})

/** The problems that an address may answer with, by status. */
export function problems(...names: ProblemName[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(names, (name) => MEANING[name].status)
  const entries = [...byStatus].map(([status, alike]) => [
    String(status),
    {
      description: alike.map((name) => `${name}: ${MEANING[name].title}.`).join(' '),
      content: { [PROBLEM_TYPE]: { schema: problem } },
    },
  ])
  return Object.fromEntries(entries) as ZodOpenApiResponsesObject
}
