import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { ServerProcess } from '../support/server-process.ts'
import { boardNamed, signIn } from '../support/session.ts'
import { hocuspocus, plain, unsynced } from './dialect.ts'
import type { Target } from './load.ts'

export type Running = Target & { readonly stop: () => Promise<void> }
export type Contender = { readonly name: string; readonly start: () => Promise<Running> }

const peers = `${import.meta.dirname}/peers`

export const CONTENDERS: readonly Contender[] = [
  { name: 'Samtavlan, SQLite FULL', start: startOurs },
  { name: 'Hocuspocus 4, SQLite', start: () => startPeer('hocuspocus.js', hocuspocus) },
  { name: 'raw ws relay', start: () => startPeer('relay.js', unsynced) },
]

/** Acknowledges after the commit: a move is on disk before anybody else sees it. */
async function startOurs(): Promise<Running> {
  const server = await ServerProcess.start()
  const cookie = await signIn(server.url, 'karin')
  const { id, epoch } = await boardNamed(server.url, cookie, 'kungsbacka')
  return {
    url: `${server.url.replace('http', 'ws')}/sync/${id}@${epoch}`,
    headers: { cookie },
    dialect: plain,
    stop: () => server[Symbol.asyncDispose](),
  }
}

/** A process of its own, with a new folder on disk; its first line is its address. */
async function startPeer(script: string, dialect: Target['dialect']): Promise<Running> {
  const folder = await mkdtemp(`${tmpdir()}/samtavlan-bench-`)
  const child = spawn(process.execPath, [`${peers}/${script}`, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    url: address.replace('http', 'ws'),
    headers: {},
    dialect,
    stop: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
      await rm(folder, { recursive: true })
    },
  }
}
