import { auditLog } from './store-on-disk.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { startTestServer } from './test-server.ts'

/** A server with the demo team, and what its log says, of some actions or of all. */
export async function startLoggedServer(DATA_DIR = temporaryFolder()) {
  const { url } = await startTestServer({ DATA_DIR })
  const log = async (...actions: string[]) =>
    (await auditLog(DATA_DIR)).filter(
      ({ action }) => actions.length === 0 || actions.includes(action),
    )
  return { url, log }
}
