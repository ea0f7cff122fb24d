import { expect, test } from 'vitest'
import { cyclesIn, importsOf, isCode, lineCount, repositoryFiles } from './support/source-tree.ts'

const TOP_LEVEL =
  /^(server|client|shared|test|package\.json|package-lock\.json|tsconfig(\.[a-z]+)?\.json|vite\.config\.ts|README\.md|LICENSE|Dockerfile|compose\.yaml|\.(ci|gitignore|gitattributes|dockerignore|editorconfig|npmrc|nvmrc|prettierrc(\.json)?|prettierignore|node-version)|eslint\.config\.(js|ts)|knip\.(json|ts)|CONTRIBUTING\.md|SECURITY\.md|CHANGELOG\.md)$/
const LINES_MAX = 250

/**
 * Which parts may import which; a part may always import itself. A part is the longest of these
 * paths that a file lies in, and a file outside all of them has no place in the architecture.
 */
const PARTS: Record<string, readonly string[]> = {
  shared: [],
  'shared/commands': ['shared'],

  'server/startup-error.ts': [],
  'server/listen.ts': ['server/startup-error.ts'],
  'server/log.ts': [],
  'server/token-bucket.ts': [],
  'server/gauge.ts': [],
  'server/rounds.ts': [],
  'server/config.ts': ['shared', 'server/startup-error.ts'],
  'server/audit': ['shared'],
  'server/store': ['shared', 'server/log.ts', 'server/startup-error.ts', 'server/audit'],
  'server/relay': ['shared', 'server/log.ts', 'server/store'],
  'server/identity': ['shared', 'server/log.ts', 'server/audit', 'server/store'],
  'server/alerts': [
    'shared',
    'server/log.ts',
    'server/gauge.ts',
    'server/rounds.ts',
    'server/store',
  ],
  'server/sync': [
    'shared',
    'server/log.ts',
    'server/token-bucket.ts',
    'server/gauge.ts',
    'server/alerts',
    'server/audit',
    'server/store',
    'server/relay',
    'server/identity',
    'server/calendar',
  ],
  'server/meetings': [
    'shared',
    'server/audit',
    'server/store',
    'server/identity',
    'server/calendar',
  ],
  'server/live': [
    'shared',
    'server/log.ts',
    'server/token-bucket.ts',
    'server/gauge.ts',
    'server/store',
    'server/relay',
    'server/identity',
  ],
  'server/evaluation': ['shared', 'server/audit', 'server/store', 'server/identity'],
  'server/calendar': ['shared'],
  'server/duty': [
    'shared',
    'server/audit',
    'server/store',
    'server/identity',
    'server/calendar',
    'server/import',
  ],
  'server/import': ['shared'],
  'server/patients': ['shared', 'server/audit', 'server/store', 'server/identity', 'server/import'],
  'server/notices': [
    'shared',
    'server/log.ts',
    'server/rounds.ts',
    'server/store',
    'server/calendar',
  ],
  'server/push': [
    'shared',
    'server/config.ts',
    'server/log.ts',
    'server/startup-error.ts',
    'server/store',
    'server/identity',
  ],
  'server/day-list': [
    'shared',
    'server/log.ts',
    'server/rounds.ts',
    'server/startup-error.ts',
    'server/audit',
  ],
  'server/demo': [
    'shared',
    'server/log.ts',
    'server/audit',
    'server/store',
    'server/identity',
    'server/patients',
    'server/calendar',
    'server/sync',
  ],
  'server/http': [
    'shared',
    'server/log.ts',
    'server/audit',
    'server/store',
    'server/identity',
    'server/meetings',
    'server/patients',
    'server/sync',
    'server/evaluation',
    'server/alerts',
    'server/duty',
    'server/notices',
    'server/push',
  ],
  'server/app.ts': ['shared', 'server'],
  'server/main.ts': ['shared', 'server'],
  'server/verify-audit.ts': ['shared', 'server'],

  'client/styles': [],
  'client/i18n': ['shared'],
  'client/net': ['shared'],
  'client/zod-without-eval.ts': [],
  'client/offline': ['shared', 'client/zod-without-eval.ts'],
  'client/state': ['shared', 'client/i18n', 'client/net', 'client/offline'],
  'client/ui': ['shared', 'client/i18n', 'client/state', 'client/styles'],
  'client/surfaces/sign-in': surface(),
  'client/surfaces/case': surface(),
  'client/surfaces/board': surface('client/surfaces/case'),
  'client/surfaces/day': surface('client/surfaces/case'),
  'client/surfaces/meeting': surface('client/surfaces/case'),
  'client/surfaces/plan': surface('client/surfaces/case'),
  'client/surfaces/handover': surface('client/surfaces/case'),
  'client/surfaces/wall': surface(),
  'client/surfaces/archive': surface('client/surfaces/case'),
  'client/surfaces/print': surface(),
  'client/App.svelte': ['shared', 'client'],
  'client/worker.js': [],
  'client/main.ts': ['client/App.svelte', 'client/zod-without-eval.ts', 'client/styles'],
}

function surface(...others: string[]): string[] {
  return [
    'shared',
    'client/i18n',
    'client/net',
    'client/state',
    'client/ui',
    'client/styles',
  ].concat(others)
}

/** Packages that may be imported in these folders and nowhere else. */
const PACKAGES: readonly { packages: RegExp; only: readonly string[] }[] = [
  {
    packages: /^(node:|express|helmet|ws$|pino|prom-client|rate-limiter|zod-openapi)/,
    only: ['server'],
  },
  { packages: /^(better-sqlite3|pg)$/, only: ['server/store'] },
  { packages: /^@node-rs\/argon2$/, only: ['server/identity', 'server/demo'] },
  { packages: /^socket\.io$/, only: ['server/live'] },
  { packages: /^age-encryption$/, only: ['server/day-list'] },
  { packages: /^web-push$/, only: ['server/push'] },
  { packages: /^date-holidays$/, only: ['server/calendar'] },
  { packages: /^csv-parse/, only: ['server/import'] },
  { packages: /^ical\.js$/, only: ['server/import'] },
  { packages: /^fastest-levenshtein$/, only: ['shared', 'server/patients'] },
  { packages: /^(svelte|bits-ui|@lucide)/, only: ['client'] },
  { packages: /^idb$/, only: ['client/offline'] },
  { packages: /^socket\.io-client$/, only: ['client', 'server/demo'] },
]
const SHARED_PACKAGES = /^(yjs|lib0\/.+|zod|fractional-indexing|fastest-levenshtein)$/

const files = repositoryFiles()
const code = files.filter(isCode)
const sources = code.filter((path) => /^(shared|server|client)\//.test(path))
const imports = new Map(sources.map((path) => [path, importsOf(path)]))
const edges = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })))
const isOurs = (target: string) => /^(shared|server|client|test)\//.test(target)
const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)

const partOf = (path: string): string | undefined =>
  Object.keys(PARTS)
    .filter((part) => within(path, part))
    .sort((a, b) => b.length - a.length)[0]

test('[G1] every source file lies in a part of the architecture', () => {
  expect(sources.filter((path) => partOf(path) === undefined)).toEqual([])
})

test('[G2] parts import only what stands below them', () => {
  const forbidden = edges.filter(({ from, to }) => {
    const [part, target] = [partOf(from) ?? '', partOf(to)]
    if (!isOurs(to) || part === target) return false
    return !(PARTS[part] ?? []).some((allowed) => within(to, allowed))
  })
  expect(forbidden.map(({ from, to }) => `${from} must not import ${to}`)).toEqual([])
})

test('[G3] packages are imported only where they belong', () => {
  const forbidden = edges.filter(({ from, to }) => {
    if (isOurs(to)) return false
    if (within(from, 'shared') && !SHARED_PACKAGES.test(to)) return true
    return PACKAGES.some(
      ({ packages, only }) => packages.test(to) && !only.some((folder) => within(from, folder)),
    )
  })
  expect(forbidden.map(({ from, to }) => `${from} must not import ${to}`)).toEqual([])
})

test('[G4] imports go round in no circle', () => {
  expect(cyclesIn(imports)).toEqual([])
})

test('[G5] no file is longer than 250 lines', () => {
  const long = code.concat(files.filter((path) => path.endsWith('.css')))
  const tooLong = long.filter((path) => lineCount(path) > LINES_MAX)
  expect(tooLong.map((path) => `${path}: ${lineCount(path)} lines`)).toEqual([])
})

test('[G6] the top level holds only the agreed names', () => {
  const names = new Set(files.map((path) => path.split('/')[0] ?? path))
  expect([...names].filter((name) => !TOP_LEVEL.test(name))).toEqual([])
})
