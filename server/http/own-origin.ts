import type { RequestHandler } from 'express'
import { isOwnOrigin } from '../identity/origin.ts'
import { sendProblem } from './problems.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/** Another site's page may not change anything in its visitor's name (S5). */
export function ownOriginOnly(publicUrl: URL | null): RequestHandler {
  return (request, response, next) => {
    if (SAFE.includes(request.method) || isOwnOrigin(request.headers, publicUrl)) next()
    else sendProblem(response, 'forbidden', 'The request comes from another origin')
  }
}
