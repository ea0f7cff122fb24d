import type { Request, Response } from 'express'
import type { Gate } from '../identity/gate.ts'
import type { SignedInPerson } from '../identity/principal.ts'
import { sendProblem } from './problems.ts'

/** Who asks, when it is a person and not a display; else answers the request. */
export async function signedInPerson(
  gate: Gate,
  request: Request,
  response: Response,
): Promise<SignedInPerson | null> {
  const principal = await gate.authenticate(request.headers.cookie)
  if (principal === null) sendProblem(response, 'signed-out')
  else if (principal.kind === 'display') sendProblem(response, 'forbidden')
  else return principal
  return null
}
