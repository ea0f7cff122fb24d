import Sqlite from 'better-sqlite3'

/** Keeps everybody else from writing to a server's database until it is called, as some backups do. */
export function holdDatabase(folder: string): () => void {
  const holder = new Sqlite(`${folder}/samtavlan.db`)
  holder.exec('begin immediate')
  return () => holder.close()
}
