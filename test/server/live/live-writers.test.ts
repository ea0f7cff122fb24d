import { expect, test } from 'vitest'
import type { CaseId } from '../../../shared/ids.ts'
import type { Writing } from '../../../shared/live.ts'
import { anna, berit } from '../../shared/support/board.ts'
import { halmstad, kungsbacka } from '../sync/support/fake-gate.ts'
import { startLive } from './stage.ts'

const caret = { item: { client: 7, clock: 3 }, assoc: -1 }
const at = (one: CaseId, part: Writing['part'] = 'situation'): Writing => ({
  ...{ case: one, part, caret },
})

/** Karin, Amina and Sara at one board. */
async function threeTogether() {
  const { connect, gate } = await startLive()
  const [karin, amina, sara] = [connect('karin'), connect('amina'), connect('sara')]
  const all = [karin, amina, sara]
  for (const { socket } of all) socket.emit('join', kungsbacka)
  for (const one of all) await expect.poll(() => one.sees).toHaveLength(3)
  return { karin, amina, sara, connect, gate }
}

test('[L3] others hear who writes where, as the server knows them', async () => {
  const { karin, sara, connect } = await threeTogether()
  const forged = { ...at(anna), id: 'sara', name: 'Somebody else' }
  karin.socket.emit('write', kungsbacka, forged)
  karin.socket.emit('write', kungsbacka, at(anna))
  await expect
    .poll(() => sara.told.at(-1))
    .toEqual([
      {
        ...{ id: 'karin', name: 'Karin Lindqvist', initials: 'KL', role: 'nurse' },
        ...{ case: anna, part: 'situation', caret },
      },
    ])
  expect(sara.told).toHaveLength(1)
  const late = connect('sara')
  late.socket.emit('join', kungsbacka)
  await expect.poll(() => late.reads).toEqual([['karin', 'situation']])
  karin.socket.emit('write', kungsbacka, null)
  await expect.poll(() => sara.reads).toEqual([])
})

test('[L3] many strokes in a moment are told together', async () => {
  const { karin, sara } = await threeTogether()
  for (let i = 0; i < 40; i++) karin.socket.emit('write', kungsbacka, at(anna))
  karin.socket.emit('write', kungsbacka, at(anna, 'background'))
  await expect.poll(() => sara.reads).toEqual([['karin', 'background']])
  expect(sara.told.length).toBeLessThan(4)
})

test('[L4] whoever leaves, is locked out or signed out writes no more', async () => {
  const { karin, amina, sara, gate } = await threeTogether()
  for (const [one, id, goes] of [
    [karin, 'karin', () => gate.lock('karin')],
    [amina, 'amina', () => gate.end('amina')],
  ] as const) {
    one.socket.emit('write', kungsbacka, at(anna))
    await expect.poll(() => sara.reads).toEqual([[id, 'situation']])
    goes()
    await expect.poll(() => sara.reads).toEqual([])
  }
})

test('[L5] of a protected identity its pair alone hears, and of a case that is not there nobody', async () => {
  const { karin, amina, sara, connect } = await threeTogether()
  const again = connect('karin')
  again.socket.emit('join', kungsbacka)
  await expect.poll(() => again.sees).toHaveLength(3)
  karin.socket.emit('write', kungsbacka, at(berit))
  await expect.poll(() => again.reads).toEqual([['karin', 'situation']])
  // Amina may not see the case: what she says of it is told to nobody, and not to herself either.
  amina.socket.emit('write', kungsbacka, at(berit, 'background'))
  sara.socket.emit('write', kungsbacka, at('99999999-9999-4999-8999-999999999999' as CaseId))
  karin.socket.emit('write', kungsbacka, at(anna, 'assessment'))
  await expect.poll(() => sara.reads).toEqual([['karin', 'assessment']])
  expect(new Set([...sara.told, ...amina.told].flat().map((one) => one.case))).toEqual(
    new Set([anna]),
  )
  expect(again.reads).toEqual([['karin', 'assessment']])
})

test('[L5] [P1] who only reads, or is not on the board, says nothing', async () => {
  const { karin, amina, connect } = await threeTogether()
  const olle = connect('olle')
  olle.socket.emit('join', kungsbacka)
  await expect.poll(() => olle.sees).toHaveLength(4)
  olle.socket.emit('write', kungsbacka, at(anna))
  amina.socket.emit('leave', kungsbacka)
  await expect.poll(() => karin.sees).toHaveLength(3)
  amina.socket.emit('write', kungsbacka, at(anna))
  amina.socket.emit('write', halmstad, at(anna))
  amina.socket.emit('join', kungsbacka)
  await expect.poll(() => karin.sees).toHaveLength(4)
  karin.socket.emit('write', kungsbacka, at(anna))
  await expect.poll(() => olle.reads).toEqual([['karin', 'situation']])
})

test('[L6] what is no place in a text is not told', async () => {
  const { karin, sara } = await threeTogether()
  for (const wrong of [
    undefined,
    'here',
    { ...at(anna), part: 'comments' },
    { ...at(anna), caret: { tname: 'cases', assoc: 0 } },
    { ...at(anna), caret: { ...caret, type: caret.item } },
    { ...at(anna), caret: { item: { client: -1, clock: 0.5 }, assoc: 9 } },
    { case: 'anna', part: 'situation', caret: null },
  ])
    karin.say('write', kungsbacka, wrong)
  karin.socket.emit('write', kungsbacka, at(anna, 'background'))
  await expect.poll(() => sara.reads).toEqual([['karin', 'background']])
  expect(sara.told).toHaveLength(1)
})

test('[L7] whoever says too much at once is sent away', async () => {
  const { karin, sara } = await threeTogether()
  const gone = new Promise((resolve) => karin.socket.once('disconnect', resolve))
  for (let i = 0; i < 300; i++) karin.socket.emit('write', kungsbacka, at(anna))
  expect(await gone).toBe('io server disconnect')
  await expect.poll(() => sara.sees).toHaveLength(2)
})
