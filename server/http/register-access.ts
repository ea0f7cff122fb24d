import type { Request, Response } from 'express'
import { may } from '../../shared/access.ts'
import { boardId } from '../../shared/ids.ts'
import type { Boards } from '../identity/boards.ts'
import type { Gate } from '../identity/gate.ts'
import type { Viewer } from '../patients/register.ts'
import { sendProblem } from './problems.ts'
import { signedInPerson } from './signed-in-person.ts'

type Parts = { readonly gate: Gate; readonly boards: Boards }

/** Who asks, when it is somebody who writes on the board in the address; else answers the request. */
export async function registerViewer(
  { gate, boards }: Parts,
  request: Request,
  response: Response,
  part: 'patient' | 'settings' = 'patient',
): Promise<Viewer | null> {
  const who = await signedInPerson(gate, request, response)
  if (who === null) return null
  const board = boardId.safeParse(request.params['board']).data
  if (!may(who.person.role, part)) sendProblem(response, 'forbidden')
  else if (!board || !(await gate.enter(who, board))) sendProblem(response, 'not-found')
  else {
    const open = await boards.openTo(who)
    return { person: who.person, board, boards: open.map(({ id }) => id) }
  }
  return null
}
