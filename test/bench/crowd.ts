import * as Y from 'yjs'
import type { CaseId } from '../../shared/ids.ts'
import { baseBoard, type BaseBoard } from './base-board.ts'
import type { Running } from './contender.ts'
import { updateMessage } from './dialect.ts'
import { Mover } from './mover.ts'
import { Person } from './person.ts'
import { until } from './until.ts'

export type CrowdSize = { readonly boards: number; readonly peoplePerBoard: number }

/** Somebody who moves cases; their client reads nothing but what the server acknowledges. */
export class Hand {
  readonly #person: Person
  readonly #mover: Mover

  constructor(person: Person, mover: Mover) {
    this.#person = person
    this.#mover = mover
    person.listens = false
  }

  /** Makes a move; gives how to send it. */
  prepare(at: number): () => void {
    const message = updateMessage(this.#person.dialect, this.#mover.move(at))
    return () => this.#person.post(message)
  }

  get isAcknowledged(): boolean {
    return this.#person.isAcknowledged
  }

  leave(): void {
    this.#person.leave()
  }
}

/** People at boards: on each all move cases but one, who watches. */
export type Crowd = {
  readonly hands: readonly Hand[]
  readonly witnesses: readonly Person[]
  /** What stands on each board. */
  readonly cases: readonly CaseId[]
}

export async function gather(
  server: Running,
  { boards, peoplePerBoard }: CrowdSize,
): Promise<Crowd> {
  const board = baseBoard()
  const numbers = Array.from({ length: boards }, (_, i) => i)
  const arriving = numbers.map((number) =>
    Promise.all(Array.from({ length: peoplePerBoard }, () => arrive(server, number))),
  )
  const crowds = (await Promise.all(arriving)).map((people) => settle(people, board))
  return {
    hands: crowds.flatMap(({ hands }) => hands),
    witnesses: crowds.flatMap(({ witnesses }) => witnesses),
    cases: board.cases,
  }
}

export function disperse({ hands, witnesses }: Crowd): void {
  for (const one of [...hands, ...witnesses]) one.leave()
}

async function arrive(server: Running, board: number): Promise<Person> {
  const person = new Person(await server.seat(board))
  person.onSentAway = () => {} // what was under way then never arrives, and that counts
  await person.open()
  await until('the board has come', () => person.synced)
  return person
}

/** The first of a board's people puts the cases on it and then watches. */
function settle([witness, ...movers]: readonly Person[], board: BaseBoard): Crowd {
  if (witness === undefined) throw new Error('nobody is at the board')
  witness.send((doc) => Y.applyUpdate(doc, board.update))
  const share = Math.floor(board.cases.length / movers.length)
  const hands = movers.map((person, i) => {
    const own = board.cases.slice(i * share, (i + 1) * share)
    return new Hand(person, new Mover(board, own))
  })
  return { hands, witnesses: [witness], cases: board.cases }
}
