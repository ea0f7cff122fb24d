import { createContext } from 'svelte'
import { z } from 'zod'
import { locales, overwriteGetLocale, type Locale } from '../i18n/paraglide/runtime.js'
import { Persisted } from './persisted.ts'

/**
 * The language of the moment. Messages ask it each time they are read, so that what is on the
 * screen changes language without a reload: a reload would lose changes that still wait.
 */
export class Language {
  readonly #stored = new Persisted('language', z.enum(locales))
  #current = $state<Locale>('sv')

  constructor() {
    overwriteGetLocale(() => this.#current)
    this.choose(this.#stored.read() ?? 'sv')
  }

  get current(): Locale {
    return this.#current
  }

  choose(locale: Locale): void {
    this.#current = locale
    this.#stored.write(locale)
    document.documentElement.lang = locale
    void tellWorker(locale)
  }
}

/** In which language the worker words what it shows: a worker cannot read what pages store. */
async function tellWorker(locale: Locale): Promise<void> {
  if (!('caches' in globalThis)) return
  const cache = await caches.open('samtavlan-language').catch(() => null)
  await cache?.put('/language', new Response(locale))
}

export const [getLanguage, setLanguage] = createContext<Language>()
