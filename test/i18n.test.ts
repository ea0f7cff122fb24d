import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const messages = (folder: string, locale: string) =>
  JSON.parse(readFileSync(`${folder}/${locale}.json`, 'utf8')) as Record<string, string>
/** What people see on a screen, and what the server prints. */
const FOLDERS = ['client/i18n/messages', 'server/day-list/messages']

const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts|js)$/.test(path) && !path.startsWith('i18n/paraglide'))
  .map((path) => readFileSync(`client/${path}`, 'utf8'))
const used = new Set(sources.flatMap((text) => text.match(/\bm\.(\w+)/g) ?? []))

const blanks = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort()

test.each(FOLDERS)('[U7] %s: both languages have the same messages, in order', (folder) => {
  const [swedish, english] = [messages(folder, 'sv'), messages(folder, 'en')]
  expect(Object.keys(english)).toEqual(Object.keys(swedish))
  expect(Object.keys(swedish)).toEqual(Object.keys(swedish).toSorted())
})

test.each(FOLDERS)('[U7] %s: a message has the same blanks in both languages', (folder) => {
  const [swedish, english] = [messages(folder, 'sv'), messages(folder, 'en')]
  const differing = Object.keys(swedish).filter(
    (key) => blanks(swedish[key]).join() !== blanks(english[key]).join(),
  )
  expect(differing).toEqual([])
})

test('[U7] every message is used', () => {
  const keys = Object.keys(messages('client/i18n/messages', 'sv'))
  expect(keys.filter((key) => !used.has(`m.${key}`))).toEqual([])
})
