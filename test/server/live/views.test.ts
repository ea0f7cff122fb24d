import { expect, test } from 'vitest'
import type { CaseId } from '../../../shared/ids.ts'
import type { Surface } from '../../../shared/live.ts'
import { anna, berit, cleo } from '../../shared/support/board.ts'
import { kungsbacka } from '../sync/support/fake-gate.ts'
import { startLive } from './stage.ts'

const on = (surface: Surface, one: CaseId | null = null) => ({ surface, case: one })

/** People at one board, who see each other. */
async function together<Id extends string>(...ids: Id[]) {
  const stage = await startLive()
  const all = ids.map((id) => stage.connect(id))
  for (const { socket } of all) socket.emit('join', kungsbacka)
  for (const one of all) await expect.poll(() => one.sees).toHaveLength(ids.length)
  const who = Object.fromEntries(ids.map((id, i) => [id, all[i]])) as Record<Id, (typeof all)[0]>
  const looks = (of: Id, to: Id) => new Map(who[to].looks).get(of)
  return { ...stage, who, looks }
}

test('[L8] others see on which surface somebody is, and which case is open there', async () => {
  const { who, looks } = await together('karin', 'sara')
  who.karin.socket.emit('view', kungsbacka, on('board', anna))
  who.sara.socket.emit('view', kungsbacka, on('day'))
  await expect.poll(() => looks('karin', 'sara')).toEqual([['board', anna]])
  await expect.poll(() => looks('sara', 'karin')).toEqual([['day', null]])
  who.karin.socket.emit('view', kungsbacka, on('plan'))
  await expect.poll(() => looks('karin', 'sara')).toEqual([['plan', null]])
})

test('[L8] two windows show two places, and a closed one is forgotten', async () => {
  const { who, looks, connect } = await together('karin', 'sara')
  const tablet = connect('sara')
  tablet.socket.emit('join', kungsbacka)
  tablet.socket.emit('view', kungsbacka, on('day', anna))
  who.sara.socket.emit('view', kungsbacka, on('board'))
  const both = [
    ['board', null],
    ['day', anna],
  ]
  await expect.poll(() => looks('sara', 'karin')).toEqual(both)
  tablet.socket.disconnect()
  await expect.poll(() => looks('sara', 'karin')).toEqual([['board', null]])
})

test('[L5] that a protected identity is open is told to its pair, by its pair', async () => {
  const { who, looks, connect } = await together('karin', 'amina', 'sara')
  const again = connect('karin')
  again.socket.emit('join', kungsbacka)
  who.karin.socket.emit('view', kungsbacka, on('board', berit))
  who.sara.socket.emit('view', kungsbacka, on('day', berit))
  const ofKarin = (heard: typeof again) => new Map(heard.looks).get('karin')
  await expect.poll(() => ofKarin(again)).toEqual([['board', berit]])
  await expect.poll(() => looks('sara', 'amina')).toEqual([['day', null]])
  for (const stranger of ['amina', 'sara'] as const) {
    await expect.poll(() => looks('karin', stranger)).toEqual([['board', null]])
    expect(JSON.stringify(who[stranger].heard)).not.toContain(berit)
  }
  await expect.poll(() => new Map(again.looks).get('sara')).toEqual([['day', null]])
})

test('[L5] an open case is told of those on the board alone', async () => {
  const { who, looks } = await together('karin', 'sara')
  who.karin.socket.emit('view', kungsbacka, on('board', cleo))
  who.karin.socket.emit('hold', kungsbacka, cleo)
  await expect.poll(() => looks('karin', 'sara')).toEqual([['board', null]])
  expect(JSON.stringify(who.sara.heard)).not.toContain(cleo)
})

test('[L11] what is said while a board is being joined counts after that', async () => {
  const { who, looks, connect } = await together('karin', 'sara')
  const amina = connect('amina')
  amina.socket.emit('join', kungsbacka)
  amina.socket.emit('view', kungsbacka, on('meeting'))
  await expect.poll(() => new Map(who.sara.looks).get('amina')).toEqual([['meeting', null]])
  who.karin.socket.emit('leave', kungsbacka)
  who.karin.socket.emit('join', kungsbacka)
  who.karin.socket.emit('leave', kungsbacka)
  await expect.poll(() => looks('karin', 'sara')).toBeUndefined()
  who.sara.socket.emit('view', kungsbacka, on('archive'))
  await expect.poll(() => looks('sara', 'sara')).toEqual([['archive', null]])
  expect(looks('karin', 'sara')).toBeUndefined()
})
