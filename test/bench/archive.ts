import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Boards } from '../../server/identity/boards.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import { openDatabase, type DatabasePlace } from '../../server/store/database.ts'
import { SqlArchive } from '../../server/store/sql-archive.ts'
import { boardId, epoch, userId } from '../../shared/ids.ts'
import type { ArchiveQuestion } from '../../shared/archive.ts'
import { fillArchive } from './archived.ts'
import { say } from './report.ts'
import { quantile } from './statistics.ts'

const CASES = 20_000
const BOARD = boardId.parse('kungsbacka')
const FIRST_EPOCH = epoch.parse(1)
const ME = userId.parse('amina')
const QUESTIONS: Record<string, ArchiveQuestion> = {
  'the latest': { q: '' },
  'a first name': { q: 'karin' },
  'a name and a year': { q: 'åsa 1937' },
  nobody: { q: 'zebulon 1900' },
  'some days, years ago': { q: '', from: '2023-03-01', to: '2023-03-31' },
}

/** How soon an archive of twenty thousand cases answers, the slowest of the rounds. */
export async function archive(rounds: number): Promise<void> {
  const dataDir = await mkdtemp(`${tmpdir()}/samtavlan-bench-`)
  await ask('SQLite', { dataDir, databaseUrl: null }, rounds)
  await rm(dataDir, { recursive: true })
  const databaseUrl = process.env.BENCH_DATABASE_URL
  if (databaseUrl) await ask('PostgreSQL', { dataDir: '', databaseUrl }, rounds)
  else say('PostgreSQL', 'not asked: BENCH_DATABASE_URL names an empty one')
}

async function ask(name: string, place: DatabasePlace, rounds: number): Promise<void> {
  const db = await openDatabase(place)
  await new Boards(db).create({ id: BOARD, name: '', team: '', phone: '', epoch: FIRST_EPOCH })
  await new SqlUpdateLog(db).commit([{ board: BOARD, epoch: FIRST_EPOCH, updates: [], audit: [] }])
  await fillArchive(db, BOARD, CASES)
  const found = new SqlArchive(db)
  for (const [words, question] of Object.entries(QUESTIONS)) {
    const times: number[] = []
    for (let i = 0; i < rounds; i++) {
      const start = performance.now()
      await found.search(BOARD, question, ME)
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    say(
      `${name}, ${words}`,
      `${quantile(times, 0.5).toFixed(1)} ms`,
      `${times.at(-1)?.toFixed(1)} ms`,
    )
  }
  await db.destroy()
}
