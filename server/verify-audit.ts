import { readFileSync } from 'node:fs'
import { lineOf, readLines } from './audit/report.ts'
import { verifyChain } from './audit/verify.ts'
import { readConfig } from './config.ts'
import { StartupError } from './startup-error.ts'
import { openForReading } from './store/database.ts'
import { SqlAuditReader } from './store/sql-audit-reader.ts'

/**
 * `npm run audit:verify [-- <file>]`: is the log whole? The file holds what this printed earlier,
 * kept where nobody who could change the log could change it too.
 */
const ALTERED = 1
const NOT_READ = 2

try {
  const kept = readLines(keptText(process.argv[2]))
  const db = await openForReading(readConfig(process.env))
  const reader = new SqlAuditReader(db)
  const chains = new Set([...(await reader.chains()), ...kept.keys()])
  for (const chain of chains) {
    const verdict = await verifyChain(reader, chain, kept.get(chain))
    process.stdout.write(`${lineOf(verdict)}\n`)
    if (verdict.fault === null) continue
    process.stderr.write(`The log of ${chain || 'no board'} is not whole: ${verdict.fault}.\n`)
    process.exitCode = ALTERED
  }
  await db.destroy()
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.stderr.write(`The log was not read. ${error.message}\n`)
  process.exitCode = NOT_READ
}

function keptText(path: string | undefined): string {
  if (path === undefined) return ''
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new StartupError(`${path} cannot be read.`, { cause: error })
  }
}
