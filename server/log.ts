import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** Secrets and what people wrote, by the names they have anywhere in the server. */
const NEVER_LOGGED = [
  'password',
  'token',
  'cookie',
  'authorization',
  'update',
  'updates',
  'bytes',
  'body',
  'text',
]

/** Structured lines on standard output: ids, counts and errors, never a case's content. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const paths = NEVER_LOGGED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths, censor: '[hidden]' },
    serializers: { error: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** A database error carries its row's values in `detail`, `parameters` and the like: left out. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  return { name, message, stack, ...('code' in error && { code: error.code }) }
}
