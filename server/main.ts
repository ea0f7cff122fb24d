import { startServer, type RunningServer } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { StartupError } from './startup-error.ts'

const SAME_SIGNAL_MS = 500

const say = (text: string) => process.stdout.write(`${text}\n`)

try {
  const config = readConfig(process.env)
  const server = await startServer(config)
  stopOnSignals(server)
  welcome(config, server)
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.stderr.write(`Samtavlan did not start. ${error.message}\n`)
  process.exitCode = 1
}

function welcome({ demo, demoSignIn, host }: Config, { url }: RunningServer): void {
  const signIn = demoSignIn
    ? '  Sign in as karin or amina (nurses), sara or jonas (doctors) or maria (manager),\n' +
      '  password: demo'
    : `  Demo accounts may not sign in, as HOST=${host} can be reached from elsewhere:\n` +
      '  SAMTAVLAN_DEMO=1 allows them all the same.'
  say(`\n  Samtavlan is at ${url}\n`)
  if (demo) say(`  DEMO: every patient and every member of the team is invented.\n${signIn}\n`)
}

/** The first signal stops the server in order, a later one at once; npm repeats one that both get. */
function stopOnSignals(server: RunningServer): void {
  let since: number | null = null
  const stop = () => {
    if (since !== null && performance.now() - since > SAME_SIGNAL_MS) process.exit(1)
    if (since !== null) return
    since = performance.now()
    say('  Stopping: saving what is left …')
    void server.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
