import { createContext } from 'svelte'
import { createSubscriber } from 'svelte/reactivity'
import type * as Y from 'yjs'
import type { Stamp } from '../../shared/access.ts'
import {
  boardOf,
  dutyOf,
  metaOf,
  peopleOf,
  readDaysOff,
  readDuty,
  readPeople,
  readSettings,
} from '../../shared/board-document.ts'
import type { BoardSettings } from '../../shared/board.ts'
import type { Case } from '../../shared/case.ts'
import { observeChanges, settingsChanged, type CaseChange } from '../../shared/changes.ts'
import { clashesAmong } from '../../shared/clashes.ts'
import type { HybridClock } from '../../shared/clock.ts'
import type { Shift } from '../../shared/duty.ts'
import { caseId, type BoardId, type CaseId, type UserId } from '../../shared/ids.ts'
import type { Lane } from '../../shared/lane.ts'
import { likenessOf, lookalikesAmong, type Likeness } from '../../shared/lookalikes.ts'
import type { Outcome, Refusal } from '../../shared/outcome.ts'
import type { Person } from '../../shared/person.ts'
import { revert, type Undoable } from '../../shared/undo.ts'
import { ARRIVAL } from '../net/board-connection.ts'
import { CaseIndex } from './case-index.ts'
import { concernsBirths, concernsNames } from './concerns-lookalikes.ts'
import { newest } from './newest.ts'
import { ReadMentions } from './read-mentions.svelte.ts'

/** A command of shared/commands. */
export type Command<Props> = (doc: Y.Doc, props: Props, stamp: Stamp) => Outcome

export type BoardListeners = {
  /** A command was done here: what it changed, and the words to offer the undo with. */
  done: (changes: readonly Undoable[], said: string | null) => void
  refused: (reason: Refusal) => void
  /** Somebody looks at it: a surface has begun to show it. */
  watched?: () => void
}

/**
 * The board as components see it: what they read here, they see again whenever any peer edits.
 * Cases and lanes keep their identity until something in them changes.
 */
export class BoardState {
  readonly id: BoardId
  readonly doc: Y.Doc
  readonly me: Person
  readonly mentions: ReadMentions
  readonly #clock: HybridClock
  readonly #listeners: BoardListeners
  readonly #track: () => void
  readonly #cases: CaseIndex
  #remote: readonly ((changes: readonly CaseChange[]) => void)[] = []
  readonly #stops: (() => void)[] = []
  #update: () => void = () => undefined
  #recorded: readonly Undoable[] = []
  #people: ReadonlyMap<UserId, Person> | null = null
  #settings: BoardSettings | null = null
  #shifts: readonly Shift[] | null = null
  #daysOff: ReadonlySet<string> | null = null
  #lookalikes: ReadonlyMap<CaseId, readonly CaseId[]> | null = null
  #clashes: ReturnType<typeof clashesAmong> | null = null

  constructor(
    { id, doc, me }: { id: BoardId; doc: Y.Doc; me: Person },
    clock: HybridClock,
    listeners: BoardListeners,
  ) {
    this.id = id
    this.doc = doc
    this.me = me
    this.mentions = new ReadMentions(id, me.id)
    this.#clock = clock
    this.#listeners = listeners
    this.#cases = new CaseIndex(doc)
    this.#track = createSubscriber((update) => {
      this.#update = update
      listeners.watched?.()
    })
    this.#observe()
  }

  lane(lane: Lane): readonly Case[] {
    this.#track()
    return this.#cases.lane(lane)
  }

  case(id: CaseId): Case | null {
    this.#track()
    return this.#cases.case(id)
  }

  get people(): ReadonlyMap<UserId, Person> {
    this.#track()
    return (this.#people ??= readPeople(this.doc))
  }

  get settings(): BoardSettings {
    this.#track()
    return (this.#settings ??= readSettings(this.doc))
  }

  /** The roster of today and tomorrow. */
  get shifts(): readonly Shift[] {
    this.#track()
    return (this.#shifts ??= readDuty(this.doc))
  }

  get daysOff(): ReadonlySet<string> {
    this.#track()
    return (this.#daysOff ??= readDaysOff(this.doc))
  }

  /** Live cases whose patients may be taken for each other, each with those that it is like. */
  get lookalikes(): ReadonlyMap<CaseId, readonly CaseId[]> {
    this.#track()
    return (this.#lookalikes ??= lookalikesAmong(this.#cases.all()))
  }

  /** By what a case's patient may be taken for another one. */
  likenessOf(one: Case): Likeness | null {
    const others = this.lookalikes.get(one.id)?.flatMap((id) => this.case(id) ?? [])
    return others ? likenessOf(one, others) : null
  }

  /** Cases whose visits overlap with somebody's other one. */
  get clashes(): ReturnType<typeof clashesAmong> {
    this.#track()
    return (this.#clashes ??= clashesAmong(this.#cases.all()))
  }

  /**
   * Does a command as the signed-in person, now. What it changed can be undone; a refusal is
   * announced and returned.
   * @param said what the undo toast says ("Flyttad till Akut"); without it the undo is silent
   */
  run<Props>(command: Command<Props>, props: Props, said: string | null = null): Outcome {
    this.#recorded = []
    const outcome = this.#transact(command, props)
    if (outcome.ok && this.#recorded.length > 0) this.#listeners.done(this.#recorded, said)
    return outcome
  }

  /**
   * Does a command to several cases in one change, which is undone as one. Each answers for itself,
   * and what is refused is left to the caller to tell.
   * @param said what the undo toast says
   */
  runEach<Props>(
    command: Command<Props>,
    each: readonly Props[],
    said: (outcomes: readonly Outcome[]) => string,
  ): readonly Outcome[] {
    this.#recorded = []
    const outcomes = this.doc.transact(
      () => each.map((props) => command(this.doc, props, this.#stamp())),
      this,
    )
    if (this.#recorded.length > 0) this.#listeners.done(this.#recorded, said(outcomes))
    return outcomes
  }

  /** Takes back what a command did here: a change like any other, but not to be undone itself. */
  revert(changes: readonly Undoable[]): Outcome {
    return this.#transact(revert, changes)
  }

  /** Calls back with what others change from now on, one transaction at a time; returns how to stop. */
  onRemote(listener: (changes: readonly CaseChange[]) => void): () => void {
    this.#remote = [...this.#remote, listener]
    return () => {
      this.#remote = this.#remote.filter((one) => one !== listener)
    }
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
  }

  #transact<Props>(command: Command<Props>, props: Props): Outcome {
    const outcome = this.doc.transact(() => command(this.doc, props, this.#stamp()), this)
    if (!outcome.ok) this.#listeners.refused(outcome.reason)
    return outcome
  }

  #stamp(): Stamp {
    return { by: this.me.id, role: this.me.role, at: this.#clock.tick() }
  }

  #observe(): void {
    this.#follow(metaOf(this.doc), (event) => {
      for (const key of event.keysChanged) this.#touch(key)
      if (concernsBirths(event)) this.#lookalikes = null
    })
    this.#follow(dutyOf(this.doc), () => (this.#shifts = this.#daysOff = null))
    this.#follow(peopleOf(this.doc), () => (this.#people = null))
    this.#follow(boardOf(this.doc), (event, { origin }) => {
      this.#settings = null
      if (origin === this) this.#recorded = [...this.#recorded, ...settingsChanged(event)]
    })
    const show = () => this.#update()
    this.doc.on('load', show)
    this.doc.on('sync', show)
    this.#stops.push(
      observeChanges(this.doc, (changes, transaction) => this.#changed(changes, transaction)),
    )
  }

  /** Takes note of what happens in a root, and shows it. */
  #follow(
    root: Y.Map<unknown>,
    note: (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => void,
  ): void {
    const observe = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => {
      note(event, transaction)
      this.#show(transaction)
    }
    root.observe(observe)
    this.#stops.push(() => root.unobserve(observe))
  }

  /** A board that is on its way is shown when its first part has come, and then when it is whole. */
  #show({ origin }: Y.Transaction): void {
    if (origin !== ARRIVAL) this.#update()
  }

  #changed(changes: readonly CaseChange[], transaction: Y.Transaction): void {
    const { origin, local } = transaction
    for (const change of changes) this.#touch(change.case)
    if (changes.some(concernsNames)) this.#lookalikes = null
    this.#clashes = null
    this.#clock.observe(newest(changes))
    this.#show(transaction)
    if (origin === this) this.#recorded = [...this.#recorded, ...changes]
    // After the transaction: what the server wrote about the change is here by then too.
    if (!local && origin !== ARRIVAL)
      queueMicrotask(() => this.#remote.forEach((listener) => listener(changes)))
  }

  #touch(key: string): void {
    const id = caseId.safeParse(key).data
    if (id !== undefined) this.#cases.markDirty(id)
  }
}

export const [getBoard, setBoard] = createContext<BoardState>()
