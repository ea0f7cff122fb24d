const PREFIX = 'samtavlan keeps '

/** One board's stay on a page. What it keeps is its own, until its page is gone or has left the board. */
export class Owner {
  readonly id = crypto.randomUUID()
  readonly #gone = Promise.withResolvers<void>()

  constructor() {
    void navigator.locks.request(PREFIX + this.id, () => this.#gone.promise)
  }

  leave(): void {
    this.#gone.resolve()
  }
}

/** All of this browser that have not left. */
export async function presentOwners(): Promise<ReadonlySet<string>> {
  const { held = [], pending = [] } = await navigator.locks.query()
  return new Set([...held, ...pending].map(({ name = '' }) => name.slice(PREFIX.length)))
}
