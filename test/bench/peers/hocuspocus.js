import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const [, , folder] = process.argv

/** Hocuspocus as its guide sets it up: every setting its default, the database a file. */
const server = new Server({
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  extensions: [new SQLite({ database: `${folder}/hocuspocus.db` })],
})
await server.listen()
process.stdout.write(`http://127.0.0.1:${server.address.port}\n`)
