import { z } from 'zod'
import { mentions } from '../../shared/mentions.ts'
import type { Case } from '../../shared/case.ts'
import type { BoardId, CommentId, UserId } from '../../shared/ids.ts'
import { Persisted } from './persisted.ts'

/** More than a board has at once; the oldest are forgotten. */
const KEPT = 500

/**
 * Which comments that mention somebody they have read in this browser: random ids and nothing
 * else, so it stays after they have signed out, and the same mention does not call twice.
 */
export class ReadMentions {
  readonly #me: UserId
  readonly #kept: Persisted<z.ZodString>
  #read = $state.raw<readonly string[]>([])

  constructor(board: BoardId, me: UserId) {
    this.#me = me
    this.#kept = new Persisted(`mentions.${board}.${me}`, z.string())
    this.#read = this.#stored()
  }

  /** Whether something in a case mentions this person that they have not read. */
  waitIn({ comments }: Case): boolean {
    return this.#mine(comments).some(({ id }) => !this.#read.includes(id))
  }

  /** All comments of these cases have been seen. */
  see(...cases: readonly Case[]): void {
    const fresh = cases.flatMap(({ comments }) => this.#mine(comments).map(({ id }) => id))
    if (fresh.every((id) => this.#read.includes(id))) return
    const all = [...this.#stored(), ...this.#read, ...fresh] // other windows may have noted more
    this.#read = all.filter((id, i) => all.indexOf(id) === i).slice(-KEPT)
    this.#kept.write(this.#read.join(' '))
  }

  #mine(comments: Case['comments']): { id: CommentId }[] {
    return comments.filter(({ by, text }) => by !== this.#me && mentions(text, this.#me))
  }

  #stored(): string[] {
    return this.#kept.read()?.split(' ') ?? []
  }
}
