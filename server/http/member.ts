import type { Request, Response } from 'express'
import { accessOf, may } from '../../shared/access.ts'
import { boardId, type BoardId } from '../../shared/ids.ts'
import type { Person, Role } from '../../shared/person.ts'
import type { Gate } from '../identity/gate.ts'
import { sendProblem } from './problems.ts'

export type Member = { readonly person: Person; readonly board: BoardId }

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
  const principal = await gate.authenticate(request.headers.cookie)
  const board = boardId.safeParse(request.params['board']).data
  if (principal === null) sendProblem(response, 'signed-out')
  else if (principal.kind === 'display') sendProblem(response, 'forbidden')
  else if (board === undefined || (await gate.enter(principal, board)) === null)
    sendProblem(response, 'not-found')
  else if (!NEEDS[needs](principal.person.role)) sendProblem(response, 'forbidden')
  else return { person: principal.person, board }
  return null
}
