import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import * as Y from 'yjs'
import { boardOfCases } from '../../server/demo/board-of-cases.ts'
import { demoTime } from '../../server/demo/demo-time.ts'
import { DEMO_CASES, seedDemo } from '../../server/demo/seed.ts'
import { readConfig } from '../../server/config.ts'
import { Boards } from '../../server/identity/boards.ts'
import { openDatabase } from '../../server/store/database.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import { readCases } from '../../shared/read-case.ts'
import { boardId, epoch } from '../../shared/ids.ts'
import { nextEpoch } from '../../shared/next-epoch.ts'
import { fillArchive } from './archived.ts'
import { ServerProcess } from '../support/server-process.ts'

export const BOARD = boardId.parse('kungsbacka')
const FIRST_EPOCH = epoch.parse(1)

/** How many of its live cases there are, and how many of them a device may keep. */
type Size = { readonly live: number; readonly kept: number }
export type FullBoard = AsyncDisposable & { readonly url: string; readonly size: Size }

/**
 * A server whose board holds the demo day's cases so often that at least so many are live: today's
 * with all that was done to them, and those of earlier days as a night leaves them.
 * @param archived cases in its archive
 */
export async function serveFullBoard(atLeast: number, archived = 0): Promise<FullBoard> {
  const folder = await mkdtemp(`${tmpdir()}/samtavlan-bench-`)
  const size = await fill(folder, atLeast, archived)
  const server = await ServerProcess.start({ DATA_DIR: folder })
  return {
    url: server.url,
    size,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

async function fill(folder: string, atLeast: number, archived: number): Promise<Size> {
  const db = await openDatabase(readConfig({ DATA_DIR: folder }))
  await seedDemo(db)
  const team = await new Boards(db).team(BOARD)
  const seeded = sizeOf(boardOfCases(demoDay(0), team))
  const days = Math.ceil(atLeast / seeded.live)
  const added = Array.from({ length: days - 1 }, (_, day) => demoDay(day + 1)).flat()
  const { doc } = nextEpoch(boardOfCases(added, team), Date.now())
  const updates = [Y.encodeStateAsUpdate(doc)]
  await new SqlUpdateLog(db).commit([{ board: BOARD, epoch: FIRST_EPOCH, updates, audit: [] }])
  if (archived > 0) await fillArchive(db, BOARD, archived)
  await db.destroy()
  const more = sizeOf(doc)
  return { live: seeded.live + more.live, kept: seeded.kept + more.kept }
}

/** Each day's names are its own, or every card would wear the badge of a namesake. */
function demoDay(day: number) {
  const cases = DEMO_CASES[BOARD]?.(demoTime(Date.now())) ?? []
  return cases.map((one) => ({
    ...one,
    patient: { ...one.patient, label: `${one.patient.label} ${day}` },
  }))
}

function sizeOf(doc: Y.Doc): Size {
  const live = readCases(doc).filter(({ closed }) => closed.how === null)
  return { live: live.length, kept: live.filter(({ patient }) => !patient.protected).length }
}
