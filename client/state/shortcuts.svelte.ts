import { createContext } from 'svelte'
import { z } from 'zod'
import { Persisted } from './persisted.ts'

/** Whether single keys do things; some assistive input types them by accident (WCAG 2.1.4). */
export class Shortcuts {
  readonly #stored = new Persisted('shortcuts', z.enum(['on', 'off']))
  #on = $state(true)

  constructor() {
    this.#on = this.#stored.read() !== 'off'
  }

  get on(): boolean {
    return this.#on
  }

  turn(on: boolean): void {
    this.#on = on
    this.#stored.write(on ? 'on' : 'off')
  }

  /** The single key that this press means, or null: off, typing, or part of another shortcut. */
  keyOf(event: KeyboardEvent): string | null {
    if (!this.#on || event.defaultPrevented || event.isComposing) return null
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return null
    return event.key.length === 1 ? event.key.toLowerCase() : null
  }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable]') !== null

export const [getShortcuts, setShortcuts] = createContext<Shortcuts>()
