import type { Request, Response } from 'express'
import { accessOf, may } from '../../shared/access.ts'
import { boardId, type BoardId } from '../../shared/ids.ts'
import type { Role } from '../../shared/person.ts'
import type { Gate } from '../identity/gate.ts'
import type { SignedInPerson } from '../identity/principal.ts'
import { sendProblem } from './problems.ts'
import { signedInPerson } from './signed-in-person.ts'

export type Member = SignedInPerson & { readonly board: BoardId }

/** What an address asks of a board's members: to read it, to write on it, or to manage it. */
const NEEDS = {
  read: () => true,
  write: (role: Role) => accessOf(role) === 'write',
  manage: (role: Role) => may(role, 'settings'),
} as const

/** Who asks, when it is a member of the board in the address who may; else answers the request. */
export async function memberOf(
  gate: Gate,
  request: Request,
  response: Response,
  needs: keyof typeof NEEDS = 'read',
): Promise<Member | null> {
  const who = await signedInPerson(gate, request, response)
  if (who === null) return null
  const board = boardId.safeParse(request.params['board']).data
  if (board === undefined || (await gate.enter(who, board)) === null)
    sendProblem(response, 'not-found')
  else if (!NEEDS[needs](who.person.role)) sendProblem(response, 'forbidden')
  else return { ...who, board }
  return null
}
