import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { StartupError } from '../../server/startup-error.ts'

test('[S8] without settings it is a demo on this machine alone', () => {
  expect(readConfig({ PATH: '/bin' })).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: 'data',
    dayListRecipient: null,
    dayListLanguage: 'sv',
    vapidKeys: null,
    pushServices: [],
    databaseUrl: null,
    publicUrl: null,
    demo: true,
    demoSignIn: true,
    logLevel: 'info',
  })
})

test('[S9] a variable set to nothing counts as not set', () => {
  const empty = { HOST: '', PORT: '', DATA_DIR: '', DATABASE_URL: '', NODE_ENV: '' }
  expect(readConfig(empty)).toEqual(readConfig({}))
})

test('[S9] every setting is taken', () => {
  const config = readConfig({
    HOST: '0.0.0.0',
    PORT: '8080',
    DATA_DIR: '/var/lib/samtavlan',
    DAY_LIST_LANGUAGE: 'en',
    DATABASE_URL: 'postgres://tavla:hemligt@db/tavla',
    PUBLIC_URL: 'https://tavla.example',
    NODE_ENV: 'production',
    PUSH_SERVICES: 'https://push.region.example/',
    LOG_LEVEL: 'warn',
  })
  expect(config).toEqual({
    host: '0.0.0.0',
    port: 8080,
    dataDir: '/var/lib/samtavlan',
    dayListRecipient: null,
    dayListLanguage: 'en',
    vapidKeys: null,
    pushServices: ['https://push.region.example'],
    databaseUrl: 'postgres://tavla:hemligt@db/tavla',
    publicUrl: new URL('https://tavla.example'),
    demo: false,
    demoSignIn: false,
    logLevel: 'warn',
  })
})

test.each([
  ['at home', {}, true, true],
  ['on localhost', { HOST: 'localhost' }, true, true],
  ['on IPv6’s loopback', { HOST: '::1' }, true, true],
  ['on all addresses', { HOST: '0.0.0.0' }, true, false],
  ['on a name that looks like loopback', { HOST: '127.evil.example' }, true, false],
  ['on all addresses on request', { HOST: '0.0.0.0', SAMTAVLAN_DEMO: '1' }, true, true],
  ['at home when unwanted', { SAMTAVLAN_DEMO: '0' }, false, false],
  ['in production', { NODE_ENV: 'production' }, false, false],
  ['in production on request', { NODE_ENV: 'production', SAMTAVLAN_DEMO: '1' }, true, true],
])('[S8] %s: demo and its sign-in', (_where, environment, demo, demoSignIn) => {
  expect(readConfig(environment)).toMatchObject({ demo, demoSignIn })
})

test.each([
  [{ PORT: '99999' }, 'PORT="99999" is not valid: expected a number from 0 to 65535.'],
  [{ PORT: '3000x' }, 'PORT="3000x" is not valid: expected a number from 0 to 65535.'],
  [{ PORT: '-1' }, 'PORT="-1" is not valid: expected a number from 0 to 65535.'],
  [{ HOST: 'a b' }, 'HOST="a b" is not valid: expected a host name or an IP address.'],
  [
    { PUBLIC_URL: 'tavla.example' },
    'PUBLIC_URL="tavla.example" is not valid: expected http://… or https://….',
  ],
  [
    { DATABASE_URL: 'mysql://u:hemligt@db/x' },
    'DATABASE_URL=(hidden) is not valid: expected postgres://….',
  ],
  [{ NODE_ENV: 'prod' }, 'NODE_ENV="prod" is not valid: expected development, production or test.'],
  [{ SAMTAVLAN_DEMO: 'yes' }, 'SAMTAVLAN_DEMO="yes" is not valid: expected 0 or 1.'],
  [
    { LOG_LEVEL: 'loud' },
    'LOG_LEVEL="loud" is not valid: expected fatal, error, warn, info, debug, trace or silent.',
  ],
])('[S9] %j is named in one line', (environment, line) => {
  expect(() => readConfig(environment)).toThrow(new StartupError(line))
})

test('[S9] several broken settings are named at once', () => {
  const read = () => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' })
  expect(read).toThrow(/^PORT="x" .* LOG_LEVEL="loud" [^\n]*$/)
})
