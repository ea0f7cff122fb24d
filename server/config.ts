import { isIP } from 'node:net'
import { z } from 'zod'
import { LANGUAGES, type Language } from '../shared/language.ts'
import { StartupError } from './startup-error.ts'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Everything that the surroundings may decide, checked once at start. */
export type Config = {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  readonly dataDir: string
  /** PostgreSQL's address; null means SQLite in the data folder. */
  readonly databaseUrl: string | null
  /** The address that people use, where a proxy stands in front. */
  readonly publicUrl: URL | null
  /** Whether an empty store is filled with the demo team, and surfaces say DEMO. */
  readonly demo: boolean
  /** Whether demo accounts may sign in: their password is known to everybody. */
  readonly demoSignIn: boolean
  /** Whose age key opens the copies of the day lists; without one none are made. */
  readonly dayListRecipient: string | null
  readonly dayListLanguage: Language
  /** What push services know this server by; without them it keeps a pair in the data folder. */
  readonly vapidKeys: { readonly publicKey: string; readonly privateKey: string } | null
  /** Origins of the push services that may be posted to; none means those of today's browsers. */
  readonly pushServices: readonly string[]
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

const address = (expected: string, ...protocols: string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), expected)

const base64url = (length: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${length}}$`), `${length} characters of base64url`)

const settings = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'a host name or an IP address')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a number from 0 to 65535')
    .default(3000),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: address('postgres://…', 'postgres:', 'postgresql:').optional(),
  PUBLIC_URL: address('http://… or https://…', 'http:', 'https:').optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).optional(),
  SAMTAVLAN_DEMO: z.enum(['0', '1']).optional(),
  DAY_LIST_RECIPIENT: z
    .string()
    .regex(/^age1[a-z0-9]+$/, 'an age public key, age1…')
    .optional(),
  DAY_LIST_LANGUAGE: z.enum(LANGUAGES).default('sv'),
  VAPID_PUBLIC_KEY: base64url(87).optional(),
  VAPID_PRIVATE_KEY: base64url(43).optional(),
  PUSH_SERVICES: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(address('https://…, several with commas between', 'http:', 'https:')))
    .default([]),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
})

/** Reads the settings; a variable that is set to nothing counts as not set. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== '')
  const parsed = settings.safeParse(Object.fromEntries(given))
  if (!parsed.success) throw brokenSettings(parsed.error.issues, environment)
  const { data } = parsed
  const asked = data.SAMTAVLAN_DEMO === '1'
  const demo = asked || (data.NODE_ENV !== 'production' && data.SAMTAVLAN_DEMO !== '0')
  return {
    host: data.HOST,
    port: data.PORT,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL ?? null,
    publicUrl: data.PUBLIC_URL === undefined ? null : new URL(data.PUBLIC_URL),
    demo,
    demoSignIn: asked || (demo && isLoopback(data.HOST)),
    dayListRecipient: data.DAY_LIST_RECIPIENT ?? null,
    dayListLanguage: data.DAY_LIST_LANGUAGE,
    vapidKeys: vapidKeysFrom(data),
    pushServices: data.PUSH_SERVICES.map((url) => new URL(url).origin),
    logLevel: data.LOG_LEVEL,
  }
}

/** Neither is of use without the other. */
function vapidKeysFrom({
  VAPID_PUBLIC_KEY: publicKey,
  VAPID_PRIVATE_KEY: privateKey,
}: z.infer<typeof settings>): Config['vapidKeys'] {
  if (publicKey !== undefined && privateKey !== undefined) return { publicKey, privateKey }
  if (publicKey === undefined && privateKey === undefined) return null
  throw new StartupError('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together: one is not set.')
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** One line that names each broken variable, what it was and what it may be. */
function brokenSettings(
  issues: readonly z.core.$ZodIssue[],
  environment: Record<string, string | undefined>,
): StartupError {
  const seen = new Map(issues.map((issue) => [String(issue.path[0]), issue]))
  const lines = [...seen].map(([name, issue]) => {
    const expected =
      issue.code === 'invalid_value'
        ? issue.values.join(', ').replace(/, ([^,]*)$/, ' or $1')
        : issue.message
    return `${name}=${shown(name, environment[name])} is not valid: expected ${expected}.`
  })
  return new StartupError(lines.join(' '))
}

/** What is secret, or may hold a password, is not repeated on a terminal. */
const shown = (name: string, value: string | undefined) =>
  name === 'DATABASE_URL' || name === 'VAPID_PRIVATE_KEY' ? '(hidden)' : JSON.stringify(value ?? '')
