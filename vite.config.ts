import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig, type TestUserConfig as ProjectConfig } from 'vitest/config'
import { chromium, chromiumLaunch, describeMissing } from './test/support/parts.ts'

const root = import.meta.dirname
const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`

const client = [
  svelte({ configFile: false }),
  paraglideVitePlugin({
    project: './client/i18n/project.inlang',
    outdir: './client/i18n/paraglide',
    strategy: ['localStorage', 'baseLocale'],
    // As `npm run messages` writes them: else each of the two rewrites what the other wrote.
    outputStructure: 'message-modules',
    isServer: "typeof window === 'undefined'",
  }),
]

/** What the worker says when it is woken, as the message files have it. */
function pushMessages(language: string) {
  const file = readFileSync(`${root}/client/i18n/messages/${language}.json`, 'utf8')
  const all = Object.entries(JSON.parse(file) as Record<string, string>)
  return Object.fromEntries(all.filter(([key]) => key.startsWith('push_')))
}

/** Writes the worker that keeps the app, with the names of all that was built. */
const keptApp: Plugin = {
  name: 'kept-app',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    const folder = `${root}/client/public`
    const others = readdirSync(folder).map((name) => ({
      name,
      content: readFileSync(`${folder}/${name}`),
    }))
    const page = bundle['index.html']
    if (page?.type !== 'asset') throw new Error('The build has no page')
    const files = [...Object.keys(bundle), ...others.map(({ name }) => name)].map(
      (name) => `/${name}`,
    )
    const build = createHash('sha256').update(files.join()).update(page.source)
    for (const { content } of others) build.update(content)
    const worker = readFileSync(`${root}/client/worker.js`, 'utf8')
      .replace(`'__MESSAGES__'`, JSON.stringify({ sv: pushMessages('sv'), en: pushMessages('en') }))
      .replace('__BUILD__', build.digest('hex').slice(0, 16))
      .replace(`'__FILES__'`, files.map((path) => JSON.stringify(path)).join(', '))
    writeFileSync(`${dir}/sw.js`, worker)
  },
}

/**
 * What every surface needs, in few files that are asked for together. Libraries stand apart from our
 * own code: they change seldom, so browsers keep them over our releases.
 */
const SHARED_FILES = [
  { name: 'svelte', test: /\/node_modules\/(svelte\/|clsx|esm-env)/ },
  { name: 'yjs', test: /\/node_modules\/(yjs|y-|lib0|fractional-indexing)/ },
  // With what has to be said to it before the first schema is made.
  { name: 'zod', test: /\/node_modules\/zod|\/zod-without-eval/ },
  { name: 'base', test: /\/(shared|client\/(i18n|net|state|ui))\//, minShareCount: 2 },
]

/** What property tests draw their values from. */
const drawn = { provide: { seed: Number(process.env.FUZZ_SEED ?? 1) } } satisfies ProjectConfig

/** Waits end when what they wait for has come: long ones cost nothing, and a busy machine needs them. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
} satisfies ProjectConfig

/** By itself it leaves one core idle, which is half of a small machine. */
const workers = { maxWorkers: '100%' } satisfies ProjectConfig

/** Suites on Node; those that need a running part have a folder, and a set-up, of their own. */
const onNode = (name: string, groupOrder: number, options: ProjectConfig) => ({
  extends: false as const,
  test: {
    name,
    root,
    sequence: { groupOrder },
    include: [`test/${name}/**/*.test.ts`],
    ...patience,
    ...workers,
    ...drawn,
    ...options,
  },
})

const hasChromium = chromium.find() !== null

/** Suites in a browser: `client` runs inside one, `e2e` drives several. */
const inBrowser = [
  {
    test: {
      name: 'client',
      root,
      sequence: { groupOrder: 1 },
      include: ['test/client/**/*.test.ts'],
      ...patience,
      ...workers,
      ...drawn,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: chromiumLaunch() }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  },
  onNode('e2e', 4, {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    globalSetup: `${root}/test/support/client-build.setup.ts`,
  }),
]

/** The last word of a run that left suites out. */
const loudly = {
  onTestRunEnd: () => {
    if (!hasChromium) process.stderr.write(`\n!! ${describeMissing(chromium)}\n`)
  },
}

export default defineConfig({
  root: 'client',
  cacheDir: `${root}/node_modules/.vite`,
  plugins: [client, keptApp],
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // One sheet, a few kB: else code that failed to come once comes without its styles the next time.
    cssCodeSplit: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: SHARED_FILES } },
    },
  },
  server: {
    proxy: {
      // As an object it keeps the page's own Host, which the server compares its Origin with.
      '/api': { target: server },
      '/sync': { target: server, ws: true },
      '/live': { target: server, ws: true },
    },
  },
  test: {
    reporters: ['default', loudly],
    projects: [
      onNode('unit', 0, {
        include: ['test/*.test.ts', 'test/{shared,server,fuzz}/**/*.test.ts'],
      }),
      onNode('contract', 2, { globalSetup: `${root}/test/support/postgres.setup.ts` }),
      onNode('faults', 3, { testTimeout: 180_000 }),
      ...(hasChromium ? inBrowser : []),
    ],
  },
})
