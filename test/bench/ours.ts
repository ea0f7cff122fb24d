import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { readConfig } from '../../server/config.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { Accounts } from '../../server/identity/accounts.ts'
import { Boards } from '../../server/identity/boards.ts'
import { SESSION_COOKIE } from '../../server/identity/session-cookie.ts'
import { Sessions } from '../../server/identity/sessions.ts'
import { openDatabase } from '../../server/store/database.ts'
import type { Database } from '../../server/store/schema.ts'
import { boardId, epoch, userId, type BoardId, type UserId } from '../../shared/ids.ts'
import { ServerProcess } from '../support/server-process.ts'
import { KARIN } from './base-board.ts'
import { plain } from './dialect.ts'
import type { Running } from './contender.ts'

const FIRST_EPOCH = epoch.parse(1)
/** Each person has their own: what a session may send is limited. */
const SESSIONS = 600

export type RunningOurs = Running & {
  readonly url: string
  /** The cookies of the first board's team. */
  readonly team: readonly string[]
}

/** What a board of this number is called. */
export const boardOf = (number: number): BoardId => boardId.parse(`bench-${number}`)

/**
 * Acknowledges after the commit: a move is on disk before anybody else sees it.
 * @param colleagues how many different people are in the first board's team besides
 */
export async function startOurs(boards: number, colleagues = 0): Promise<RunningOurs> {
  const folder = await mkdtemp(`${tmpdir()}/samtavlan-bench-`)
  const { cookies, team } = await prepare(folder, boards, colleagues)
  const server = await ServerProcess.start({ DATA_DIR: folder })
  return {
    url: server.url,
    team,
    seat: async (board) => {
      const cookie = cookies.pop()
      if (cookie === undefined) throw new Error('more people than sessions')
      const url = `${server.url.replace('http', 'ws')}/sync/${boardOf(board)}@${FIRST_EPOCH}?frames=1`
      return { url, headers: { cookie }, dialect: plain }
    },
    stop: async () => {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

/** Makes the boards, and gives the cookies of people who are signed in. */
async function prepare(folder: string, boards: number, colleagues: number) {
  const db = await openDatabase(readConfig({ DATA_DIR: folder }))
  await seedDemo(db)
  const prepared = await db.transaction().execute(async (on) => {
    await createBoards(on, boards)
    const people = await createTeam(on, colleagues)
    const seats = Array.from({ length: SESSIONS }, () => KARIN)
    return { cookies: await signIn(on, seats), team: await signIn(on, people) }
  })
  await db.destroy()
  return prepared
}

async function createBoards(db: Database, count: number): Promise<void> {
  const boards = new Boards(db)
  for (let i = 0; i < count; i++) {
    const id = boardOf(i)
    const team = { name: `Bench ${i}`, team: 'Team Bench', phone: '070-174 06 00' }
    await boards.create({ id, ...team, epoch: FIRST_EPOCH })
    await boards.addMember(id, KARIN)
  }
}

/** Nobody signs in with a password here, and making a hundred takes long. */
async function createTeam(db: Database, count: number): Promise<UserId[]> {
  const ids = Array.from({ length: count }, (_, i) => userId.parse(`colleague-${i}`))
  for (const [i, id] of ids.entries()) {
    const person = { id, name: `Kollega Nummer ${i}`, initials: 'KN', role: 'nurse' as const }
    await db
      .insertInto('accounts')
      .values({ ...person, password_hash: '', demo: 1 })
      .execute()
    await new Boards(db).addMember(boardOf(0), id)
  }
  return ids
}

async function signIn(db: Database, people: readonly UserId[]): Promise<string[]> {
  const sessions = new Sessions(db, new Accounts(db, true))
  const tokens = people.map((account) => sessions.start({ account }))
  return (await Promise.all(tokens)).map((token) => `${SESSION_COOKIE}=${token}`)
}
