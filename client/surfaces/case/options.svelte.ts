/**
 * What a field offers below it while one types. The field keeps the focus: arrows go through the
 * options, Enter takes one, Escape closes them.
 */
export class Options<T> {
  readonly #find: () => readonly T[]
  readonly #starts: number
  #isOpen = $state(false)
  #at = $state(-1)
  readonly items = $derived.by(() => (this.#isOpen ? this.#find() : []))

  /** @param begins whether the first one is taken by Enter alone */
  constructor(find: () => readonly T[], { begins }: { begins: boolean }) {
    this.#find = find
    this.#starts = begins ? 0 : -1
  }

  /** Which one Enter takes; -1 for none. */
  get at(): number {
    return Math.min(this.#at, this.items.length - 1)
  }

  open(): void {
    this.#isOpen = true
    this.#at = this.#starts
  }

  close(): void {
    this.#isOpen = false
  }

  /** Answers whether a key was meant for the options; `take` gets the one that was chosen. */
  press(event: KeyboardEvent, take: (item: T) => void): boolean {
    if (event.isComposing) return false
    const { items, at } = this
    const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
    const chosen = items[at]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape' && items.length > 0) this.close()
    else if (isPlainEnter && chosen !== undefined) take(chosen)
    else if (step !== undefined && items.length > 0)
      this.#at = (Math.max(at, step > 0 ? -1 : 0) + step + items.length) % items.length
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
}
