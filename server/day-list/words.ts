import type { Language } from '../../shared/language.ts'
import english from './messages/en.json' with { type: 'json' }
import swedish from './messages/sv.json' with { type: 'json' }

export type Words = typeof swedish

/** What a printed list says besides what people wrote. */
export const wordsIn: Readonly<Record<Language, Words>> = { sv: swedish, en: english }

/** Puts values into a text's blanks: `{made}`. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank)
