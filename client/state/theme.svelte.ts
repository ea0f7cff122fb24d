import { createContext } from 'svelte'
import { z } from 'zod'
import { Persisted } from './persisted.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEMES)[number]

/** Light, dark, or as the system has it; the stylesheet does the rest from `data-theme`. */
export class Theme {
  readonly #stored = new Persisted('theme', z.enum(THEMES))
  #choice = $state<ThemeChoice>('system')

  constructor() {
    this.choose(this.#stored.read() ?? 'system')
  }

  get choice(): ThemeChoice {
    return this.#choice
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice
    this.#stored.write(choice)
    if (choice === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = choice
  }
}

export const [getTheme, setTheme] = createContext<Theme>()
