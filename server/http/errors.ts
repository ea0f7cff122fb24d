import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { ProblemName } from '../../shared/api.ts'
import type { Log } from '../log.ts'
import { sendProblem } from './problems.ts'

/** Any address that nothing else answered. */
export const notFound: RequestHandler = (_request, response) => sendProblem(response, 'not-found')

/** What went wrong on the way becomes one problem document; the cause stays in the log. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const name = problemOf(error)
    if (name === 'internal') log.error({ error, method: request.method }, 'a request failed')
    if (response.headersSent) response.destroy()
    else sendProblem(response, name)
  }
}

/** Express and its body parser say by status what the request did wrong. */
function problemOf(error: unknown): ProblemName {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  if (status === 413) return 'too-large'
  if (status === 404) return 'not-found'
  return status >= 400 && status < 500 ? 'invalid-body' : 'internal'
}
