import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ClientIds } from '../../../../server/sync/admission/client-ids.ts'
import { Shadow } from '../../../../server/sync/shadow.ts'
import { readCase } from '../../../../shared/read-case.ts'
import type { Priority } from '../../../../shared/case.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { moveCase } from '../../../../shared/commands/move-case.ts'
import { prioritise } from '../../../../shared/commands/prioritise.ts'
import { userId } from '../../../../shared/ids.ts'
import type { OpenLane } from '../../../../shared/lane.ts'
import { anna, copyOf, fieldIn, requestFor } from '../../../shared/support/board.ts'
import { admitted, GatedBoard, NOON, type Hand } from '../support/gated-board.ts'
import fc from '../../../support/fast-check.ts'

const MINUTE = 60_000

const move = (hand: Hand, to: OpenLane, at: number) =>
  hand.apart((doc, stamp) => moveCase(doc, { case: anna, to, before: null }, stamp), at)

/** A board on which Karin has asked for Anna's case, and two nurses who have seen it. */
function boardWithAnna(karinsId?: number, aminasId?: number) {
  const board = new GatedBoard()
  board.now = NOON - MINUTE
  board.nurse('maja').does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  board.now = NOON
  const karin = board.nurse('karin', karinsId)
  const amina = board.nurse('amina', aminasId)
  return { board, karin, amina, lane: () => readCase(board.doc, anna)?.lane }
}

const clientIds = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 32 - 1 }), {
  minLength: 2,
  maxLength: 2,
})

describe('two who change the same thing without knowing of each other', () => {
  test.each([
    ['older', NOON - 30 * MINUTE, 'followup'],
    ['newer', NOON, 'acute'],
  ] as const)(
    '[A6] the one back from no network wins a thousand times when %s, never else',
    (_, at, lane) => {
      fc.assert(
        fc.property(clientIds, ([karins, aminas]) => {
          const one = boardWithAnna(karins, aminas)
          const late = move(one.karin, 'acute', at)
          admitted(
            one.amina.does(
              (doc, stamp) => moveCase(doc, { case: anna, to: 'followup', before: null }, stamp),
              NOON - MINUTE,
            ),
          )
          admitted(one.karin.send(late))
          expect(one.lane()).toBe(lane)
          expect(readCase(one.karin.learn().doc, anna)?.lane).toBe(lane)
          expect(readCase(one.amina.learn().doc, anna)?.lane).toBe(lane)
        }),
        { numRuns: 1_000 },
      )
    },
  )

  test('[A6] Yjs alone lets the higher client id win, whatever the time', () => {
    const wins = fc.sample(clientIds, 1_000).filter(([karins, aminas]) => {
      const { board, karin, amina } = boardWithAnna(karins, aminas)
      const merged = copyOf(board.doc)
      for (const update of [move(amina, 'followup', NOON), move(karin, 'acute', NOON - MINUTE)])
        Y.applyUpdate(merged, update)
      return readCase(merged, anna)?.lane === 'acute'
    })
    expect(wins.length).toBeGreaterThan(400)
    expect(wins.length).toBeLessThan(600)
  })

  test('[A6] who loses is told what is kept, who decided it and when; the rest is taken', () => {
    const { board, karin, amina } = boardWithAnna()
    const late = karin.apart(
      (doc, stamp) => {
        moveCase(doc, { case: anna, to: 'today', before: null }, stamp)
        prioritise(doc, { case: anna, level: 'planned' }, stamp)
      },
      NOON - 30 * MINUTE,
    )
    board.now = NOON + MINUTE
    admitted(amina.send(move(amina, 'followup', NOON)))
    const { superseded, changes } = admitted(karin.send(late))
    expect(superseded).toEqual([
      {
        kind: 'superseded',
        because: 'newer',
        case: anna,
        part: 'place',
        kept: { value: fieldIn(board.doc, anna, 'place'), at: NOON, by: 'amina' },
        yours: { value: fieldIn(karin.doc, anna, 'place'), at: NOON - 30 * MINUTE },
      },
    ])
    expect(changes).toMatchObject([{ kind: 'field', field: 'priority', to: { level: 'planned' } }])
    expect(readCase(board.doc, anna)).toMatchObject({
      lane: 'followup',
      priority: { level: 'planned' },
      meta: { movedBy: 'amina', touchedBy: 'karin' },
    })
  })

  test('[A6] who lost is not said to have decided', () => {
    const { board, karin, amina } = boardWithAnna()
    const maja = board.nurse('maja')
    const [one, two] = [move(karin, 'acute', NOON - 2), move(maja, 'today', NOON - 1)]
    admitted(amina.send(move(amina, 'followup', NOON)))
    admitted(karin.send(one))
    expect(admitted(maja.send(two)).superseded).toMatchObject([{ kept: { by: 'amina' } }])
  })

  test('[A6] of equal times the one that is there stays', () => {
    const { karin, amina, lane } = boardWithAnna()
    const late = move(karin, 'acute', NOON)
    admitted(amina.send(move(amina, 'followup', NOON)))
    admitted(karin.send(late))
    expect(lane()).toBe('followup')
  })

  test('[A6] who decided the same is told nothing', () => {
    const { karin, amina } = boardWithAnna()
    const level = (hand: Hand, at: number) =>
      hand.apart((doc, stamp) => prioritise(doc, { case: anna, level: 'planned' }, stamp), at)
    const late = level(karin, NOON - MINUTE)
    amina.send(level(amina, NOON))
    expect(admitted(karin.send(late)).superseded).toEqual([])
  })

  test('[A6] of several changes of one person the last is weighed', () => {
    const { karin, amina, lane } = boardWithAnna()
    const late = Y.mergeUpdates([move(karin, 'acute', NOON - 5), move(karin, 'today', NOON + 5)])
    admitted(amina.send(move(amina, 'followup', NOON)))
    admitted(karin.send(late))
    expect(lane()).toBe('today')
  })

  test('[A6] of several changes of one person the newest is weighed, in whatever order they stand', () => {
    const { karin, amina, lane } = boardWithAnna()
    const late = Y.mergeUpdates([move(karin, 'acute', NOON + 5), move(karin, 'today', NOON - 5)])
    admitted(amina.send(move(amina, 'followup', NOON)))
    admitted(karin.send(late))
    expect(lane()).toBe('acute')
  })

  test('[A6] who decided something else than the place is named, as long as it is remembered', () => {
    const { board, karin, amina } = boardWithAnna()
    const level = (hand: Hand, to: Priority, at: number) =>
      hand.apart((doc, stamp) => prioritise(doc, { case: anna, level: to }, stamp), at)
    const late = level(karin, 'planned', NOON - MINUTE)
    const maja = board.nurse('maja')
    admitted(maja.send(move(maja, 'followup', NOON)))
    admitted(amina.send(level(amina, 'within48h', NOON)))
    const author = {
      by: userId.parse('karin'),
      name: 'karin',
      role: 'nurse',
      client: 'web',
    } as const
    const afterRestart = new Shadow(() => board.log, new ClientIds([]))
    expect(admitted(karin.send(late)).superseded).toMatchObject([{ kept: { by: 'amina' } }])
    expect(
      admitted(afterRestart.admit(late, { ...author, at: NOON }, false)).superseded,
    ).toMatchObject([{ kept: { by: null } }])
  })

  test('[A6] doing it anyway, knowing, is a new change that stands', () => {
    const { karin, amina, lane } = boardWithAnna()
    const late = move(karin, 'acute', NOON - MINUTE)
    amina.send(move(amina, 'followup', NOON))
    karin.send(late)
    karin.learn()
    admitted(karin.send(move(karin, 'acute', NOON - 1))) // even by a clock that is late
    expect(lane()).toBe('acute')
  })
})

test('[A6] who knew the present value wins, whatever their clock says', () => {
  const { karin, amina, lane } = boardWithAnna()
  admitted(amina.send(move(amina, 'followup', NOON)))
  karin.learn()
  const { superseded } = admitted(karin.send(move(karin, 'today', NOON - 60 * MINUTE)))
  expect(superseded).toEqual([])
  expect(lane()).toBe('today')
})
