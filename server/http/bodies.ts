import type { Request, Response } from 'express'
import type { z } from 'zod'
import { sendProblem } from './problems.ts'

/** The request's body as the schema has it; otherwise answers what is wrong, and gives null. */
export function readBody<T>(schema: z.ZodType<T>, request: Request, response: Response): T | null {
  const parsed = schema.safeParse(request.body ?? {})
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  )
  sendProblem(response, 'invalid-body', faults.join('; '))
  return null
}
