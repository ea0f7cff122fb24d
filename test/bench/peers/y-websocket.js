import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const [, , folder] = process.argv

/** The server that came with y-websocket 2, with the LevelDB persistence that came with it. */
process.env.YPERSISTENCE = folder
const { setupWSConnection } = await import('y-websocket/bin/utils')
const server = createServer()
new WebSocketServer({ server }).on('connection', setupWSConnection)
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`),
)
