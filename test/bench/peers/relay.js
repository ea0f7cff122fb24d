import { WebSocketServer } from 'ws'

/** The limit: every message goes to everybody else as it is; nothing is read, kept or saved. */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    for (const other of server.clients) if (other !== socket) other.send(data)
  })
})
server.on('listening', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`))
