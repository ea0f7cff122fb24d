import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const MAIN = `${import.meta.dirname}/../../server/main.ts`

/** Runs the server until it ends; a signal is sent once it has said that it is up. */
async function run(settings: Record<string, string>, signal?: NodeJS.Signals) {
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: temporaryFolder(), ...settings }
  const child = spawn(process.execPath, [MAIN], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const exit = once(child, 'exit')
  const complaint = text(child.stderr)
  let said = ''
  let up = false
  for await (const chunk of child.stdout) {
    said += String(chunk)
    if (!up && signal && said.includes('DEMO:')) up = child.kill(signal)
  }
  const [code] = (await exit) as [number | null]
  return { said, complained: await complaint, code }
}

describe('main', () => {
  test('[S9] a broken setting stops the start with one line', async () => {
    expect(await run({ PORT: 'http' })).toEqual({
      said: '',
      complained:
        'Samtavlan did not start. PORT="http" is not valid: expected a number from 0 to 65535.\n',
      code: 1,
    })
  })

  test('[S9] a taken port stops the start with one line', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await run({ PORT: String(port) })).toEqual({
      said: '',
      complained: `Samtavlan did not start. PORT=${port} is taken on 127.0.0.1: stop the program that uses it, or choose another PORT.\n`,
      code: 1,
    })
  })

  test.each(['a file', 'below a file', 'below /proc'])(
    '[S9] a data folder that is %s stops the start with one line',
    async (kind) => {
      const folder = temporaryFolder()
      mkdirSync(`${folder}/sub`)
      writeFileSync(`${folder}/file`, 'in the way')
      const places = {
        'a file': `${folder}/file`,
        'below a file': `${folder}/file/data`,
        'below /proc': '/proc/samtavlan',
      }
      const DATA_DIR = places[kind as keyof typeof places]
      const { said, complained, code } = await run({ DATA_DIR })
      expect(complained).toMatch(
        /^Samtavlan did not start\. DATA_DIR=[^\n]* is not a folder that the server can write to \(\w+\)\.\n$/,
      )
      expect(complained).toContain(DATA_DIR)
      expect({ said, code }).toEqual({ said: '', code: 1 })
    },
  )

  test('[D10] a data folder in use by another server stops the start with one line', async () => {
    const folder = temporaryFolder()
    await startTestServer({ DATA_DIR: folder })
    const { complained, code } = await run({ DATA_DIR: folder })
    expect(complained).toBe(
      `Samtavlan did not start. DATA_DIR=${folder} is in use by another Samtavlan server.\n`,
    )
    expect(code).toBe(1)
  })

  test('[S9] a file that is no database stops the start and is left as it was', async () => {
    const folder = temporaryFolder()
    writeFileSync(`${folder}/samtavlan.db`, 'Not a database. '.repeat(100))
    const { complained, code } = await run({ DATA_DIR: folder })
    expect(complained).toBe(
      `Samtavlan did not start. The database ${folder}/samtavlan.db cannot be opened: file is not a database.\n`,
    )
    expect(code).toBe(1)
  })

  test('[S9] an unreachable database stops the start without giving its password away', async () => {
    const { complained, code } = await run({ DATABASE_URL: 'postgres://u:hemligt@127.0.0.1:1/x' })
    expect(complained).toMatch(
      /^Samtavlan did not start\. The database at DATABASE_URL=postgres:\/\/u@127\.0\.0\.1:1\/x cannot be used: [^\n]*ECONNREFUSED[^\n]*\n$/,
    )
    expect(complained).not.toContain('hemligt')
    expect(code).toBe(1)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '[D8] it says where it is, and stops in order on %s',
    async (signal) => {
      const { said, code } = await run({}, signal)
      expect(said).toMatch(/Samtavlan is at http:\/\/127\.0\.0\.1:\d+\n/)
      expect(said).toContain('password: demo')
      expect(code).toBe(0)
    },
  )

  test('[S8] open to the network it says that demo accounts may not sign in', async () => {
    const { said } = await run({ HOST: '0.0.0.0' }, 'SIGTERM')
    expect(said).toContain('may not sign in, as HOST=0.0.0.0')
    expect(said).not.toContain('password: demo')
  })
})
