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
import { boardId, epoch } from '../../shared/ids.ts'
import { ServerProcess } from '../support/server-process.ts'
import { KARIN } from './base-board.ts'
import { plain } from './dialect.ts'
import type { Running } from './contender.ts'

const FIRST_EPOCH = epoch.parse(1)
/** Each person has their own: what a session may send is limited. */
const SESSIONS = 600

/** Acknowledges after the commit: a move is on disk before anybody else sees it. */
export async function startOurs(boards: number): Promise<Running> {
  const folder = await mkdtemp(`${tmpdir()}/samtavlan-bench-`)
  const cookies = await prepare(folder, boards)
  const server = await ServerProcess.start({ DATA_DIR: folder })
  return {
    seat: async (board) => {
      const cookie = cookies.pop()
      if (cookie === undefined) throw new Error('more people than sessions')
      const url = `${server.url.replace('http', 'ws')}/sync/bench-${board}@${FIRST_EPOCH}?frames=1`
      return { url, headers: { cookie }, dialect: plain }
    },
    stop: async () => {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

/** Makes the boards, and gives the cookies of people who are signed in. */
async function prepare(folder: string, boards: number): Promise<string[]> {
  const db = await openDatabase(readConfig({ DATA_DIR: folder }))
  await seedDemo(db)
  const cookies = await db.transaction().execute(async (on) => {
    await createBoards(on, boards)
    return await createSessions(on)
  })
  await db.destroy()
  return cookies
}

async function createBoards(db: Database, count: number): Promise<void> {
  const boards = new Boards(db)
  for (let i = 0; i < count; i++) {
    const id = boardId.parse(`bench-${i}`)
    const team = { name: `Bench ${i}`, team: 'Team Bench', phone: '070-174 06 00' }
    await boards.create({ id, ...team, epoch: FIRST_EPOCH })
    await boards.addMember(id, KARIN)
  }
}

async function createSessions(db: Database): Promise<string[]> {
  const sessions = new Sessions(db, new Accounts(db, true))
  const tokens = Array.from({ length: SESSIONS }, () => sessions.start({ account: KARIN }))
  return (await Promise.all(tokens)).map((token) => `${SESSION_COOKIE}=${token}`)
}
