import { createContext } from 'svelte'
import { UNDO_MS } from './undo.svelte.ts'

export type Toast = {
  readonly text: string
  readonly action: {
    readonly label: () => string
    readonly key?: string
    readonly run: () => void
  } | null
}

const TOAST_MS = 6_000

/** What the surface says in passing: one toast at a time, and two live regions. */
export class Notices {
  #polite = $state('')
  #assertive = $state('')
  #toast = $state.raw<Toast | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  get polite(): string {
    return this.#polite
  }
  get assertive(): string {
    return this.#assertive
  }
  get toast(): Toast | null {
    return this.#toast
  }

  /** For screen readers, when they have finished what they are saying. */
  say(text: string): void {
    this.#polite = differing(this.#polite, text)
  }

  /** For screen readers, at once: only a new acute case is worth that. */
  alarm(text: string): void {
    this.#assertive = differing(this.#assertive, text)
  }

  /** Shows a line, and says it; one with an action stays for ten seconds. */
  show(text: string, action: Toast['action'] = null): void {
    clearTimeout(this.#timer)
    this.#toast = { text, action }
    this.#timer = setTimeout(() => this.hide(), action ? UNDO_MS : TOAST_MS)
    this.say(text)
  }

  /** Hides the line that offers this action, if it is the one that is shown. */
  withdraw(action: Toast['action']): void {
    if (this.#toast?.action === action) this.hide()
  }

  /** Nothing of what was said stays: somebody else is here. */
  clear(): void {
    this.hide()
    this.#polite = this.#assertive = ''
  }

  hide(): void {
    clearTimeout(this.#timer)
    this.#toast = null
  }
}

/** A live region speaks only when its text changes; the same words again need a difference. */
const differing = (last: string, text: string) => (last === text ? `${text}\u00a0` : text)

export const [getNotices, setNotices] = createContext<Notices>()
