import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Contender, Running } from './contender.ts'
import { hocuspocus, plain, unsynced, type Dialect } from './dialect.ts'
import { startOurs } from './ours.ts'

export const HOCUSPOCUS = 'Hocuspocus 4, SQLite'

export const CONTENDERS: readonly Contender[] = [
  { name: 'Samtavlan, SQLite FULL', start: startOurs },
  { name: HOCUSPOCUS, start: () => startPeer('hocuspocus.js', '', hocuspocus) },
  { name: 'y-websocket 2.1, LevelDB', start: () => startPeer('y-websocket.js', '/', () => plain) },
  { name: 'raw ws relay', start: () => startPeer('relay.js', '/', () => unsynced) },
]

const PEERS = `${import.meta.dirname}/peers`

/** A process of its own, with a new folder on disk; it says its address. */
async function startPeer(
  script: string,
  path: string,
  dialectOf: (document: string) => Dialect,
): Promise<Running> {
  const folder = await mkdtemp(`${tmpdir()}/samtavlan-bench-`)
  const child = spawn(process.execPath, [`${PEERS}/${script}`, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await addressIn(child.stdout)
  return {
    seat: async (board) => ({
      url: address.replace('http', 'ws') + (path && `${path}bench-${board}`),
      headers: {},
      dialect: dialectOf(`bench-${board}`),
    }),
    stop: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
      await rm(folder, { recursive: true })
    },
  }
}

async function addressIn(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) {
    if (!line.startsWith('http')) continue
    output.resume() // what it says later is not waited for
    return line
  }
  throw new Error('a peer did not start')
}
