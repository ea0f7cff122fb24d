import type { UserId } from '../../shared/ids.ts'
import type { Log } from '../log.ts'
import type { Inbox } from './inbox.ts'

export type NotifierParts = {
  readonly inbox: Pick<Inbox, 'waiting'>
  /** Rings at the pages that people have open. */
  readonly ring: (people: readonly UserId[]) => void
  /** Wakes a person's devices to say how many notices they have. */
  readonly wake: (person: UserId, count: number) => void
  readonly log: Log
}

/** Lets people know that something lies in their inbox. Nobody who caused it waits for that. */
export class Notifier {
  readonly #parts: NotifierParts
  /** Each person's newest notice for which a device has been woken. */
  readonly #woken = new Map<UserId, number>()

  constructor(parts: NotifierParts) {
    this.#parts = parts
  }

  async tell(people: readonly UserId[]): Promise<void> {
    const each = [...new Set(people)]
    try {
      this.#parts.ring(each)
      for (const person of each) await this.#wake(person)
    } catch (error) {
      this.#parts.log.warn({ error }, 'not everybody heard of a notice')
    }
  }

  /** Only for what is new: of a kind that is switched off nothing has been written. */
  async #wake(person: UserId): Promise<void> {
    const { unread, newest } = await this.#parts.inbox.waiting(person)
    if (newest <= (this.#woken.get(person) ?? 0)) return
    this.#woken.set(person, newest)
    this.#parts.wake(person, unread)
  }
}
