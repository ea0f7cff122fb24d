import { spawnSync } from 'node:child_process'
import { describeMissing, PARTS, type Part } from './parts.ts'

/** Run before the suites: installs what they need where it may, and says what is missing. */
const say = (line: string) => process.stderr.write(`${line}\n`)

let missing = await missingParts()
if (missing.length > 0 && mayInstall()) {
  install(missing)
  missing = await missingParts()
}
for (const part of missing) say(`\n!! ${describeMissing(part)}\n`)
if (missing.length > 0 && process.env.CI) process.exitCode = 1

async function missingParts(): Promise<Part[]> {
  const absent = PARTS.filter((part) => part.find() === null)
  const running = await Promise.all(absent.map((part) => part.running?.() ?? null))
  return absent.filter((_, i) => running[i] === null)
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

function install(parts: readonly Part[]): void {
  const packages = parts.map((part) => part.debian)
  say(`Installing ${packages.join(', ')} for the tests`)
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', ...packages)
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A new machine may be installing its own updates, and a mirror may stumble.
  const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  const { status } = spawnSync('apt-get', ['-qq', ...patience, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) say(`apt-get ${args.join(' ')} failed`)
}
