import { WebSocketServer } from 'ws'

/** The limit: every message goes to everybody else on its board; nothing is read, kept or saved. */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
const boards = new Map()
server.on('connection', (socket, { url }) => {
  const board = boards.get(url) ?? new Set()
  boards.set(url, board.add(socket))
  socket.on('message', (data) => {
    for (const other of board) if (other !== socket) other.send(data)
  })
  socket.on('close', () => board.delete(socket))
})
server.on('listening', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`))
