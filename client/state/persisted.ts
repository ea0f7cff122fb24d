import type { z } from 'zod'

/** A preference kept in this browser. What cannot be read or stored counts as unset. */
export class Persisted<T extends z.ZodType<string>> {
  readonly #key: string
  readonly #schema: T

  constructor(key: string, schema: T) {
    this.#key = `samtavlan.${key}`
    this.#schema = schema
  }

  read(): z.infer<T> | null {
    try {
      const stored = localStorage.getItem(this.#key)
      return stored === null ? null : (this.#schema.safeParse(stored).data ?? null)
    } catch {
      return null
    }
  }

  write(value: z.infer<T>): void {
    try {
      localStorage.setItem(this.#key, value)
    } catch {
      // A browser that stores nothing still works; the preference lasts until it closes.
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.#key)
    } catch {
      // Nothing was stored.
    }
  }
}
