import { boardList, whoAmI, type BoardSummary } from '../../../shared/api.ts'
import type { Person } from '../../../shared/person.ts'
import { DayFailure } from './day-failure.ts'

/** A server's REST side as one signed-in person uses it. */
export class Door {
  readonly server: URL
  readonly cookie: string

  private constructor(server: URL, cookie: string) {
    this.server = server
    this.cookie = cookie
  }

  static async signIn(server: URL, username: string): Promise<Door> {
    const response = await reach(server, '/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'demo' }),
    })
    const [cookie] = response.headers.getSetCookie()
    if (!response.ok || cookie === undefined)
      throw new DayFailure(
        `${username} kan inte logga in (svar ${response.status}). ` +
          'Servern behöver demoteamet: en tom lagring, och en adress på den egna datorn.',
      )
    return new Door(server, cookie.split(';', 1)[0] ?? '')
  }

  async whoAmI(): Promise<Person> {
    const { id, name, initials, role } = personOnly.parse(await this.#read('/api/session'))
    return { id, name, initials, role }
  }

  async boardNamed(board: string): Promise<BoardSummary> {
    const boards = boardList.parse(await this.#read('/api/boards'))
    const found = boards.find(({ id }) => id === board)
    if (found) return found
    const others = boards.map(({ id }) => id).join(', ')
    throw new DayFailure(`Det finns ingen tavla ${board}. Det finns: ${others}.`)
  }

  async signOut(): Promise<void> {
    await this.#ask('/api/session', 'DELETE')
  }

  async #read(path: string): Promise<unknown> {
    const response = await this.#ask(path, 'GET')
    if (!response.ok) throw new DayFailure(`Servern svarade ${response.status} på ${path}.`)
    return await response.json()
  }

  #ask(path: string, method: string): Promise<Response> {
    return reach(this.server, path, { method, headers: { cookie: this.cookie } })
  }
}

const personOnly = whoAmI.options[0]

async function reach(server: URL, path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, server), request)
  } catch {
    throw new DayFailure(`Ingen server svarar på ${server.origin}. Starta den med npm start.`)
  }
}
