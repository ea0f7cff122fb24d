import { describe, expect, test } from 'vitest'
import { Now } from '../../../client/state/now.svelte.ts'
import { SavedState } from '../../../client/state/saved.svelte.ts'
import type { CaseChange } from '../../../shared/changes.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { anna, berit } from '../../shared/support/board.ts'

const START = Date.parse('2026-03-10T09:42:00+01:00')
const moved = (id: CaseId): CaseChange[] => [
  { kind: 'field', case: id, field: 'place', from: null, to: null },
]
const waiting = (id: CaseId) => ({ changes: moved(id), update: new Uint8Array(), at: START })
const second = (count: number) => START + count * 1_000

/** A saved state whose server lives, and a clock to move. */
function connected() {
  let at = START
  const saved = new SavedState(new Now(() => at))
  const hello = { protocol: 1, schema: 1, build: '', access: 'write' } as const
  return {
    saved,
    open: (time = at) => saved.frame({ type: 'hello', ...hello, serverTime: time }),
    pulse: (time = at) => saved.frame({ type: 'pulse', time, seq: 1 }),
    ack: (received: number, time = at) => saved.frame({ type: 'saved', received, seq: 1, time }),
    /** A change that is sent at once, as its socket's update of that number. */
    change: (message: number, id = anna) => {
      saved.changed(waiting(id))
      saved.outbox.sent('update', message)
    },
    wait: (seconds: number) => (at += seconds * 1_000),
  }
}

test('[U4] before the server has said anything it is connecting', () => {
  expect(connected().saved.state).toEqual({ kind: 'connecting' })
})

test('[U4] without changes all is saved as of the server’s last sign of life', () => {
  const { saved, open, pulse, wait } = connected()
  open()
  wait(10)
  pulse()
  expect(saved.state).toEqual({ kind: 'saved', at: second(10) })
})

describe('a change', () => {
  test('[D3] is saved only when the server says that it is on disk', () => {
    const { saved, open, change, ack, wait } = connected()
    open()
    change(1)
    expect(saved.state).toEqual({ kind: 'saving' })
    wait(1)
    ack(1)
    expect(saved.state).toEqual({ kind: 'saved', at: second(1) })
  })

  test('[D3] is not saved by a word about an earlier one', () => {
    const { saved, open, change, ack } = connected()
    open()
    change(1)
    change(2)
    ack(1)
    expect(saved.state).toEqual({ kind: 'saving' })
    expect(saved.waiting).toBe(1)
  })

  test('[U4] made without a connection waits and is counted', () => {
    const { saved, open } = connected()
    open()
    saved.dropped()
    saved.changed(waiting(anna))
    saved.changed(waiting(berit))
    expect(saved.state).toEqual({ kind: 'queued', changes: 2, lostSince: null })
    expect(saved.queuedCases).toEqual([anna, berit])
    expect(saved.unsaved).toEqual([...moved(anna), ...moved(berit)])
  })

  test('[D3] that was on its way when the socket went waits for the next one', () => {
    const { saved, open, change, ack } = connected()
    open()
    change(7)
    saved.dropped()
    expect(saved.state).toEqual({ kind: 'queued', changes: 1, lostSince: null })
    open()
    saved.outbox.sent('whole', 1)
    ack(0)
    expect(saved.state).toEqual({ kind: 'saving' })
    ack(1)
    expect(saved.state).toMatchObject({ kind: 'saved' })
  })

  test('[D3] made before the whole was sent is not saved by an earlier update', () => {
    const { saved, open, change, ack } = connected()
    open()
    saved.dropped()
    saved.changed(waiting(anna))
    open()
    change(1, berit)
    ack(1)
    expect(saved.waiting).toBe(1)
    saved.outbox.sent('whole', 2)
    ack(2)
    expect(saved.waiting).toBe(0)
  })

  test('[D4] waits while the server cannot write', () => {
    const { saved, open, change } = connected()
    open()
    change(1)
    saved.frame({ type: 'ruling', kind: 'not-saving' })
    expect(saved.state).toEqual({ kind: 'queued', changes: 1, lostSince: null })
    saved.frame({ type: 'ruling', kind: 'saving-again' })
    expect(saved.state).toEqual({ kind: 'saving' })
  })
})

describe('silence', () => {
  test.each([
    [19, 'live', 'saved'],
    [20, 'waiting', 'lost'],
    [59, 'waiting', 'lost'],
    [60, 'frozen', 'lost'],
  ] as const)('[U5] of %i s makes it %s, and it says %s', (seconds, freshness, kind) => {
    const { saved, open, wait } = connected()
    open()
    wait(seconds)
    expect(saved.freshness).toBe(freshness)
    expect(saved.state).toEqual(
      kind === 'saved' ? { kind, at: START } : { kind: 'lost', since: START },
    )
  })

  test('[U5] ends by itself with the next pulse', () => {
    const { saved, open, pulse, wait } = connected()
    open()
    wait(70)
    pulse()
    expect(saved.freshness).toBe('live')
    expect(saved.state).toEqual({ kind: 'saved', at: second(70) })
  })

  test('[U4] over a socket that looks open leaves changes waiting', () => {
    const { saved, open, change, wait } = connected()
    open()
    change(1)
    wait(20)
    expect(saved.state).toEqual({ kind: 'queued', changes: 1, lostSince: START })
  })
})
