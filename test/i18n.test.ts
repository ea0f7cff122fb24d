import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const messages = (locale: string) =>
  JSON.parse(readFileSync(`client/i18n/messages/${locale}.json`, 'utf8')) as Record<string, string>
const swedish = messages('sv')
const english = messages('en')

const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts|js)$/.test(path) && !path.startsWith('i18n/paraglide'))
  .map((path) => readFileSync(`client/${path}`, 'utf8'))
const used = new Set(sources.flatMap((text) => text.match(/\bm\.(\w+)/g) ?? []))

const blanks = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort()

test('[U7] Swedish and English have the same messages, in the same order', () => {
  expect(Object.keys(english)).toEqual(Object.keys(swedish))
  expect(Object.keys(swedish)).toEqual(Object.keys(swedish).toSorted())
})

test('[U7] a message has the same blanks in both languages', () => {
  const differing = Object.keys(swedish).filter(
    (key) => blanks(swedish[key]).join() !== blanks(english[key]).join(),
  )
  expect(differing).toEqual([])
})

test('[U7] every message is used', () => {
  expect(Object.keys(swedish).filter((key) => !used.has(`m.${key}`))).toEqual([])
})
