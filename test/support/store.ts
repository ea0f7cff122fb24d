import { onTestFinished } from 'vitest'
import { boardId, epoch, type BoardId } from '../../shared/ids.ts'
import { Boards } from '../../server/identity/boards.ts'
import { openDatabase } from '../../server/store/database.ts'
import type { Database } from '../../server/store/schema.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A database in a real SQLite file, closed when the test is over. */
export async function sqliteDatabase(dataDir = temporaryFolder()): Promise<Database> {
  const db = await openDatabase({ dataDir, databaseUrl: null })
  onTestFinished(() => db.destroy())
  return db
}

export async function createBoard(db: Database, name: string): Promise<BoardId> {
  const id = boardId.parse(name)
  const board = { id, name, team: `Team ${name}`, phone: '070-174 06 00', epoch: epoch.parse(1) }
  await new Boards(db).create(board)
  return id
}
