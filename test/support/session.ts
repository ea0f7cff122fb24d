import { boardList, type BoardSummary } from '../../shared/api.ts'

/** Signs a demo account in; answers the cookie header of its session. */
export async function signIn(url: string, username: string, password = 'demo'): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (response.status !== 204) throw new Error(`${username} was not let in: ${response.status}`)
  return cookieOf(response)
}

/** Turns a person's session into a display's of a board; answers its cookie header. */
export async function becomeDisplay(url: string, cookie: string, board: string): Promise<string> {
  const response = await fetch(`${url}/api/boards/${board}/display`, {
    method: 'POST',
    headers: { cookie },
  })
  if (response.status !== 204) throw new Error(`${board} got no display: ${response.status}`)
  return cookieOf(response)
}

export async function boardNamed(url: string, cookie: string, id: string): Promise<BoardSummary> {
  const response = await fetch(`${url}/api/boards`, { headers: { cookie } })
  const board = boardList.parse(await response.json()).find((one) => one.id === id)
  if (!board) throw new Error(`there is no board ${id} for this session`)
  return board
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
