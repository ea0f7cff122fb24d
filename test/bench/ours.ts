import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { readConfig } from '../../server/config.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { Boards } from '../../server/identity/boards.ts'
import { openDatabase } from '../../server/store/database.ts'
import { boardId, epoch } from '../../shared/ids.ts'
import { ServerProcess } from '../support/server-process.ts'
import { signIn } from '../support/session.ts'
import { KARIN } from './base-board.ts'
import { plain } from './dialect.ts'
import type { Running } from './contender.ts'

const FIRST_EPOCH = epoch.parse(1)
/** One session has at most 200 sockets, and one address only so many sign-ins at a time. */
const SEATS_PER_SESSION = 150

/** Acknowledges after the commit: a move is on disk before anybody else sees it. */
export async function startOurs(boards: number): Promise<Running> {
  const folder = await mkdtemp(`${tmpdir()}/samtavlan-bench-`)
  await createBoards(folder, boards)
  const server = await ServerProcess.start({ DATA_DIR: folder })
  const sessions: Promise<string>[] = []
  let seats = 0
  return {
    seat: async (board) => {
      if (seats++ % SEATS_PER_SESSION === 0) sessions.push(signIn(server.url, KARIN))
      const cookie = (await sessions.at(-1)) ?? ''
      const url = `${server.url.replace('http', 'ws')}/sync/bench-${board}@${FIRST_EPOCH}?frames=1`
      return { url, headers: { cookie }, dialect: plain }
    },
    stop: async () => {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

async function createBoards(folder: string, count: number): Promise<void> {
  const db = await openDatabase(readConfig({ DATA_DIR: folder }))
  await seedDemo(db)
  const boards = new Boards(db)
  for (let i = 0; i < count; i++) {
    const id = boardId.parse(`bench-${i}`)
    const team = { name: `Bench ${i}`, team: 'Team Bench', phone: '070-174 06 00' }
    await boards.create({ id, ...team, epoch: FIRST_EPOCH })
    await boards.addMember(id, KARIN)
  }
  await db.destroy()
}
