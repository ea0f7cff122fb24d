import { randomInt } from 'node:crypto'
import { startVitest } from 'vitest/node'
import { importsOf, repositoryFiles } from '../support/source-tree.ts'

const DAY_MS = 86_400_000

/** Every test on Node whose values are drawn, for long and with other values than ever before. */
const { env } = process
env['FUZZ_SEED'] ??= String(randomInt(2 ** 31))
env['FUZZ_FRAMES'] ??= '1000000'
env['FUZZ_TRANSACTIONS'] ??= '20000'
env['FUZZ_SOAK_DAYS'] ??= '10'
process.stdout.write(`FUZZ_SEED=${env['FUZZ_SEED']} tries these values again\n`)

const drawn = repositoryFiles().filter(
  (path) => path.endsWith('.test.ts') && importsOf(path).includes('test/support/fast-check.ts'),
)
const vitest = await startVitest('test', drawn, {
  project: ['unit'],
  run: true,
  testTimeout: DAY_MS,
})
await vitest.close()
