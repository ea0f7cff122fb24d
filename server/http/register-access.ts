import type { Request, Response } from 'express'
import { may } from '../../shared/access.ts'
import { boardId } from '../../shared/ids.ts'
import type { Boards } from '../identity/boards.ts'
import type { Gate } from '../identity/gate.ts'
import type { Viewer } from '../patients/register.ts'
import { sendProblem } from './problems.ts'

type Parts = { readonly gate: Gate; readonly boards: Boards }

/** Who asks, when it is somebody who writes on the board in the address; else answers the request. */
export async function registerViewer(
  { gate, boards }: Parts,
  request: Request,
  response: Response,
  part: 'patient' | 'settings' = 'patient',
): Promise<Viewer | null> {
  const principal = await gate.authenticate(request.headers.cookie)
  const board = boardId.safeParse(request.params['board']).data
  if (principal === null) sendProblem(response, 'signed-out')
  else if (principal.kind === 'display' || !may(principal.person.role, part))
    sendProblem(response, 'forbidden')
  else {
    const entry = board && (await gate.enter(principal, board))
    if (!entry) sendProblem(response, 'not-found')
    else {
      const open = await boards.openTo(principal)
      const { person } = principal
      return { person, board, boards: open.map(({ id }) => id) }
    }
  }
  return null
}
