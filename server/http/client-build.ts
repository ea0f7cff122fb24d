import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }

/** Where `npm run build` puts the client. */
export const CLIENT_DIR = join(import.meta.dirname, '../../dist/client')

/**
 * Names what is running, as `0.1.0+3fa4c1d2`: the page names its hashed scripts, so its own hash
 * changes whenever any of the client does.
 */
export function buildName(clientDir: string): string {
  const page = join(clientDir, 'index.html')
  if (!existsSync(page)) return packageJson.version
  const hash = createHash('sha256').update(readFileSync(page)).digest('hex').slice(0, 8)
  return `${packageJson.version}+${hash}`
}
