import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, chownSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import type { TestProject } from 'vitest/node'
import { describeMissing, postgres } from './parts.ts'
import { runningPostgres } from './running-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A real PostgreSQL where suites may make databases; null only where none can be had. */
    postgresUrl: string | null
  }
}

/** Vitest's global set-up: uses a server that already answers, or starts one for this run. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const running = await runningPostgres()
  if (running !== null) {
    project.provide('postgresUrl', running)
    return
  }
  const program = postgres.find()
  if (program === null) {
    if (process.env.CI) throw new Error(describeMissing(postgres))
    process.stderr.write(`\n!! ${describeMissing(postgres)}\n\n`)
    project.provide('postgresUrl', null)
    return
  }
  const { url, stop } = await start(dirname(program))
  project.provide('postgresUrl', url)
  return stop
}

async function start(bin: string): Promise<{ url: string; stop: () => void }> {
  const folder = mkdtempSync(`${tmpdir()}/samtavlan-postgres-`)
  const owner = ownerOfServer()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, ...args: string[]) =>
    execFileSync(`${bin}/${program}`, ['-D', `${folder}/data`, ...args], {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const port = await freePort()
  const settings = `-p ${port} -h 127.0.0.1 -c unix_socket_directories= -c fsync=off`
  run('initdb', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync')
  run('pg_ctl', 'start', '-w', '-l', `${folder}/log`, '-o', settings)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', 'stop', '-m', 'immediate')
      rmSync(folder, { recursive: true })
    },
  }
}

/** PostgreSQL refuses to run as root. */
function ownerOfServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
