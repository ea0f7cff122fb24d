import { expect, test } from 'vitest'
import { anna, cleo } from '../../shared/support/board.ts'
import { halmstad, kungsbacka } from '../sync/support/fake-gate.ts'
import { startLive } from './stage.ts'

const view = { surface: 'board', case: anna }
const writing = { case: anna, part: 'situation', caret: null }

/** Karin and Sara at Kungsbacka, and Amina, whose client says what it likes, at Halmstad. */
async function withForger() {
  const { connect } = await startLive()
  const [karin, sara, forger] = [connect('karin'), connect('sara'), connect('amina')]
  for (const { socket } of [karin, sara]) socket.emit('join', kungsbacka)
  forger.socket.emit('join', halmstad)
  for (const one of [karin, sara]) await expect.poll(() => one.sees).toHaveLength(2)
  await expect.poll(() => forger.sees).toHaveLength(1)
  const settled = { ...view, surface: 'plan' } as const
  /** What Sara hears of Kungsbacka once everything that the forger has said is dealt with. */
  const outcome = async () => {
    forger.socket.emit('view', halmstad, { surface: 'archive', case: null })
    const atHalmstad = () => forger.heard.findLast(([board]) => board === halmstad)?.[1][0]?.views
    await expect.poll(atHalmstad).toEqual([{ surface: 'archive', case: null }])
    karin.socket.emit('view', kungsbacka, settled)
    await expect.poll(() => new Map(sara.looks).get('karin')).toEqual([['plan', anna]])
    return { seen: sara.sees, looks: sara.looks, told: sara.told }
  }
  const untouched = {
    seen: [
      ['karin', null],
      ['sara', null],
    ],
    looks: [
      ['karin', [['plan', anna]]],
      ['sara', []],
    ],
    told: [],
  }
  return { karin, sara, forger, outcome, untouched }
}

test('[L10] names, ids and times that a client sends along are not read', async () => {
  const { karin, sara, forger } = await withForger()
  const me = { id: 'karin', name: 'Karin Lindqvist', initials: 'KL', role: 'nurse', since: 1 }
  forger.say('join', kungsbacka, me)
  forger.say('view', kungsbacka, { ...view, ...me })
  forger.say('view', kungsbacka, view, me)
  forger.say('hold', kungsbacka, anna, me)
  await expect.poll(() => new Map(sara.sees).get('amina')).toBe(anna)
  await expect.poll(() => new Map(sara.looks).get('amina')).toEqual([['board', anna]])
  expect(new Map(sara.sees).get('karin')).toBeNull()
  const heard = karin.heard.flatMap(([, people]) => people).filter(({ id }) => id === 'amina')
  for (const one of heard) expect(one).toMatchObject({ name: 'Amina Hassan', initials: 'AH' })
  expect(heard.every(({ since }) => since > 1)).toBe(true)
})

test('[L10] nobody speaks for a board that they are not on, nor for another socket', async () => {
  const { karin, forger, outcome, untouched } = await withForger()
  for (const whose of [kungsbacka, karin.socket.id, [kungsbacka], { id: kungsbacka }]) {
    forger.say('view', whose, view)
    forger.say('hold', whose, anna)
    forger.say('write', whose, writing)
    forger.say('leave', whose)
  }
  expect(await outcome()).toEqual(untouched)
})

test('[L10] what only the server says is not passed on', async () => {
  const { sara, forger, outcome, untouched } = await withForger()
  const people = [{ id: 'karin', name: 'Somebody else', initials: 'SE', role: 'doctor' }]
  for (const to of [kungsbacka, sara.socket.id]) {
    forger.say('present', to, people)
    forger.say('writers', to, [{ ...people[0], ...writing }])
  }
  expect(await outcome()).toEqual(untouched)
})

test('[L10] garbage, other surfaces and other boards’ cases change nothing', async () => {
  const { forger, sara, outcome } = await withForger()
  forger.socket.emit('join', kungsbacka)
  await expect.poll(() => sara.sees).toHaveLength(3)
  for (const wrong of [
    undefined,
    null,
    7,
    'board',
    [view],
    { surface: 'wall', case: null },
    { surface: 'admin', case: null },
    { surface: 'board' },
    { surface: 'board', case: 'anna' },
    { surface: 'board', case: null, id: 'karin' },
    JSON.parse('{"__proto__":{"surface":"board"},"case":null}') as unknown,
  ])
    forger.say('view', kungsbacka, wrong)
  for (const card of [undefined, 'anna', { id: anna }, [anna], cleo])
    forger.say('hold', kungsbacka, card)
  const { looks, seen } = await outcome()
  expect(new Map(looks).get('amina')).toEqual([])
  expect(new Map(seen).get('amina')).toBeNull()
})
