import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

const PROGRAM = `${import.meta.dirname}/../../server/verify-audit.ts`

/** Runs `audit:verify` as a process on a data folder; what it printed and how it ended. */
export async function verifyAudit(DATA_DIR: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, DATA_DIR }
  const child = spawn(process.execPath, [PROGRAM, ...args], { env })
  const exit = once(child, 'exit')
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await exit) as [number | null]
  return { said, complained, code }
}
