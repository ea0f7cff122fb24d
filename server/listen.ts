import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { StartupError } from './startup-error.ts'

/** Starts to listen, and gives the port: the chosen one, or the system's choice for 0. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  } catch (error) {
    throw new StartupError(reasonOf(error, host, port), { cause: error })
  }
}

/** Finds out early, before anything is opened, whether listening would fail. */
export async function assertCanListen(host: string, port: number): Promise<void> {
  const probe = createServer()
  await listen(probe, host, port)
  probe.close()
  await once(probe, 'close')
}

function reasonOf(error: unknown, host: string, port: number): string {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EADDRINUSE':
      return `PORT=${port} is taken on ${host}: stop the program that uses it, or choose another PORT.`
    case 'EACCES':
      return `PORT=${port} may not be used without more rights: choose a PORT from 1024 up.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is not an address of this machine.`
    default:
      return `The server cannot listen on HOST=${host}, PORT=${port}: ${code ?? String(error)}.`
  }
}
