import { existsSync, globSync } from 'node:fs'
import { delimiter } from 'node:path'
import { runningPostgres } from './running-postgres.ts'

/** A program outside npm that some suites need. */
export type Part = {
  readonly name: string
  readonly suites: readonly string[]
  /** Debian's package that brings it. */
  readonly debian: string
  /** The program's path, or null when this machine has none. */
  readonly find: () => string | null
  /** The address of one that runs already, where that will do. */
  readonly running?: () => Promise<string | null>
}

export const chromium: Part = {
  name: 'Chromium',
  suites: ['client', 'e2e'],
  debian: 'chromium',
  find: () =>
    [process.env.CHROMIUM ?? ''].find(isProgram) ??
    onPath('chromium', 'chromium-browser', 'google-chrome'),
}

export const postgres: Part = {
  name: 'PostgreSQL',
  suites: ['contract (its PostgreSQL half)'],
  debian: 'postgresql',
  find: () =>
    onPath('pg_ctl') ?? globSync('/usr/lib/postgresql/*/bin/pg_ctl').toSorted().at(-1) ?? null,
  running: runningPostgres,
}

export const PARTS: readonly Part[] = [chromium, postgres]

/** How Playwright starts Chromium: maybe as root, never looking for the network, on a busy machine. */
export const chromiumLaunch = () => ({
  executablePath: chromium.find() ?? '',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  timeout: 120_000,
})

export const describeMissing = ({ name, suites, debian }: Part): string =>
  `${name} is missing: not run: ${suites.join(', ')}. Install it (Debian: apt-get install ${debian}).`

const isProgram = (path: string) => path !== '' && existsSync(path)

function onPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin')
  return names.flatMap((name) => folders.map((dir) => `${dir}/${name}`)).find(isProgram) ?? null
}
