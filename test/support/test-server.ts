import { onTestFinished } from 'vitest'
import { startServer, type RunningServer } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The whole server in this process, with the demo team, closed when the test is over. */
export async function startTestServer(
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  const defaults = { PORT: '0', DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error' }
  const server = await startServer(readConfig({ ...defaults, ...settings }))
  onTestFinished(() => server.close())
  return server
}
