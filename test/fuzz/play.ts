import * as Y from 'yjs'
import { SyncType } from '../../shared/wire.ts'
import { run } from '../shared/support/any-command.ts'
import type { Act } from './any-act.ts'
import { carryOut } from './any-write.ts'
import { isSame, stateOf, textOf, type BoardState } from './board-state.ts'
import { forge } from './forged.ts'
import { brokenBy, Names } from './laws.ts'
import { missingLines } from './lines.ts'
import { VISITORS } from './people.ts'
import { spoil } from './spoil.ts'
import { StagedRoom } from './staged-room.ts'
import { Visitor } from './visitor.ts'

/** An update that waits at somebody's, and the boards that they saw while they made it. */
type Kept = { readonly update: Uint8Array; readonly seen: readonly BoardState[] | null }

/** How often what came of an update: a fuzzer that only tries nonsense proves nothing. */
export type Tally = { sent: number; admitted: number; refused: number; unreadable: number }

/** Plays a script on a board and checks after each update that every rule still holds. */
export class Play {
  readonly tally: Tally = { sent: 0, admitted: 0, refused: 0, unreadable: 0 }
  readonly #stage = new StagedRoom()
  readonly #visitors = VISITORS.map((who, i) => new Visitor(this.#stage, who, (i + 1) * 1_000))
  readonly #kept = new Map<Visitor, Kept[]>()
  readonly #sent: Uint8Array[] = []
  readonly #names = new Names()
  #expected: Expected[] = []

  act(act: Act): void {
    if ('server' in act) return this.#serve(act.server)
    const visitor = this.#visitor(act.who)
    if ('turns' in act) this.#turn(visitor, act.turns)
    else this.#do(visitor, act)
  }

  /** Brings everything to an end; then all must have the same board. */
  end(): void {
    this.#commit()
    const { room } = this.#stage
    const fresh = new Visitor(this.#stage, 'wall', 90_000)
    const joined = this.#visitors.filter(({ who }) => who !== 'wall')
    for (const visitor of joined) visitor.open()
    for (const { doc } of joined) must(isSame(doc, room.team.doc), 'who joins has the board')
    must(isSame(this.#stage.replayed(), room.team.doc), 'the log replayed is the board')
    must(fresh.socket.code === null, 'a wall can join')
  }

  #do(visitor: Visitor, { does, late, keeps, steals }: Extract<Act, { does: unknown }>): void {
    const { who, doc } = visitor
    const seen = stateOf(doc)
    if ('forged' in does) return this.#send(visitor, forge(does.forged, this.#vector()), null)
    if ('sent' in does) {
      const update = this.#sent[does.sent % this.#sent.length]
      return update && this.#send(visitor, spoil(update, does.spoiling, this.#sent), null)
    }
    const as = steals === null ? doc.clientID : this.#known(steals)
    const update = visitor.apart(as, () => {
      if ('write' in does) return carryOut(doc, does.write)
      if (who === 'wall') return
      run(doc, does.command, { by: who.id, role: who.role, at: this.#stage.now - late })
    })
    if (update === null) return
    const kept = this.#kept.get(visitor) ?? []
    if (keeps) this.#kept.set(visitor, [...kept, { update, seen: [seen] }])
    else this.#send(visitor, update, [seen])
  }

  #turn(visitor: Visitor, turns: Extract<Act, { turns: unknown }>['turns']): void {
    const kept = this.#kept.get(visitor) ?? []
    this.#kept.delete(visitor)
    switch (turns) {
      case 'learns':
        this.#kept.set(visitor, kept)
        return void visitor.learn()
      case 'reloads':
        return visitor.open()
      case 'reconnects':
        visitor.connect()
        return this.#send(
          visitor,
          Y.encodeStateAsUpdate(visitor.doc, Y.encodeStateVector(this.#stage.room.ahead)),
          null,
          SyncType.step2,
        )
      case 'merges': {
        if (kept.length === 0) return
        const seen = kept.flatMap((one) => one.seen ?? [])
        return this.#send(visitor, Y.mergeUpdates(kept.map(({ update }) => update)), seen)
      }
      case 'sends':
        for (const { update, seen } of kept) this.#send(visitor, update, seen)
    }
  }

  #serve(server: Extract<Act, { server: unknown }>['server']): void {
    if (server === 'waits') this.#stage.now += 30_000
    this.#commit()
    if (server === 'compacts') this.#stage.compact()
    if (server !== 'restarts') return
    this.#stage.restart()
    for (const visitor of this.#visitors) visitor.connect()
  }

  /** Sends an update and holds what came of it against the rules. */
  #send(
    visitor: Visitor,
    update: Uint8Array,
    seen: Kept['seen'],
    type: number = SyncType.update,
  ): void {
    const { who } = visitor
    const at = ++this.#stage.now
    const { room } = this.#stage
    const before = stateOf(room.ahead)
    const whole = Y.snapshot(room.ahead)
    const others = this.#visitors.filter((one) => one !== visitor)
    const heard = others.map(({ unheard }) => unheard)
    visitor.says(type, update)
    const after = stateOf(room.ahead)
    this.#sent.push(update)
    this.tally.sent++

    const { code } = visitor.socket
    must(
      others.every(({ socket }) => socket.code === null),
      'nobody else is closed',
    )
    must(
      textOf(others.map(({ unheard }) => unheard)) === textOf(heard),
      'nobody sees what is not on disk',
    )
    if (who === 'wall' || who.role === 'observer') {
      must(
        code === null && Y.equalSnapshots(whole, Y.snapshot(room.ahead)),
        'a reader changes nothing',
      )
      return
    }
    if (code === null) {
      this.tally.admitted++
      const broken = brokenBy({ who, at, before, after, seen }, this.#names)
      must(broken.length === 0, broken.join('; '))
    } else {
      this.tally[code === 4403 ? 'refused' : 'unreadable']++
      must(code === 4400 || code === 4403, `closed with ${code}`)
      must(textOf(before) === textOf(after), 'what is refused leaves no trace')
      must(Y.equalSnapshots(whole, Y.snapshot(room.ahead)), 'what is refused leaves nothing behind')
      visitor.open()
      this.#kept.delete(visitor)
    }
    this.#expected.push({ who, at, before, after, isRefused: code !== null })
  }

  #commit(): void {
    const { room } = this.#stage
    this.#stage.commit()
    must(isSame(room.ahead, room.team.doc), 'what is committed is what was admitted')
    const missing = missingLines(this.#expected, this.#stage.lines)
    must(missing.length === 0, missing.join('; '))
    this.#expected = []
    this.#stage.lines = []
  }

  #visitor(n: number): Visitor {
    const visitor = this.#visitors[n]
    if (!visitor) throw new Error(`there is no visitor ${n}`)
    return visitor
  }

  #vector = () => [...Y.decodeStateVector(Y.encodeStateVector(this.#stage.room.ahead))]
  #known(n: number): number {
    const clients = this.#vector()
    return clients[n % clients.length]?.[0] ?? 1
  }
}

type Expected = Parameters<typeof missingLines>[0][number]

function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(rule)
}
