import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig, type TestUserConfig as ProjectConfig } from 'vitest/config'
import swedish from './client/i18n/messages/sv.json' with { type: 'json' }
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
    outputStructure: 'locale-modules',
    isServer: "typeof window === 'undefined'",
  }),
]

/** The app can be installed, and starts without a network: a worker keeps the whole build. */
const offline = VitePWA({
  registerType: 'prompt',
  injectRegister: false, // client/state/app-update does, when the first page is done
  manifest: {
    name: 'Samtavlan',
    short_name: 'Samtavlan',
    description: swedish.signin_pitch,
    lang: 'sv',
    display: 'standalone',
    theme_color: '#0d5c66',
    background_color: '#eff3f4',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,woff2}'],
    dontCacheBustURLsMatching: /^assets\//,
    // Every surface is the one page; what the server answers itself is kept nowhere.
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(api|sync|live|assets|healthz|readyz|metrics)([/?]|$)/],
    clientsClaim: true, // the first visit already can lose its network
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
})

/**
 * What every surface needs, in few files that are asked for together. Libraries stand apart from our
 * own code: they change seldom, so browsers keep them over our releases.
 */
const SHARED_FILES = [
  { name: 'svelte', test: /\/node_modules\/(svelte\/|clsx|esm-env)/ },
  { name: 'yjs', test: /\/node_modules\/(yjs|y-|lib0|fractional-indexing)/ },
  { name: 'zod', test: /\/node_modules\/zod/ },
  { name: 'base', test: /\/(shared|client\/(i18n|net|state|ui))\// },
]

/** What property tests draw their values from. */
const drawn = { provide: { seed: Number(process.env.FUZZ_SEED ?? 1) } } satisfies ProjectConfig

/** Waits end when what they wait for has come: long ones cost nothing, and a busy machine needs them. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
} satisfies ProjectConfig

/** Suites on Node; those that need a running part have a folder, and a set-up, of their own. */
const onNode = (name: string, groupOrder: number, options: ProjectConfig) => ({
  extends: false as const,
  test: {
    name,
    root,
    sequence: { groupOrder },
    include: [`test/${name}/**/*.test.ts`],
    ...patience,
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
  plugins: [client, offline],
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
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
