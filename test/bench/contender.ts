import type { Dialect } from './dialect.ts'

/** Where one person's socket goes, and how its server wants to be spoken to. */
export type Seat = {
  readonly url: string
  readonly headers: Record<string, string>
  readonly dialect: Dialect
}
export type Running = {
  /** A seat at the board of this number, from 0. */
  readonly seat: (board: number) => Promise<Seat>
  readonly stop: () => Promise<void>
}
export type Contender = {
  readonly name: string
  /** @param boards how many boards there are to be */
  readonly start: (boards: number) => Promise<Running>
}
