import { expect, test } from 'vitest'
import { userId } from '../../../shared/ids.ts'
import { anna } from '../../shared/support/board.ts'
import { halmstad, kungsbacka } from '../sync/support/fake-gate.ts'
import { startLive } from './stage.ts'

test('[L1] people on a board see each other, as the server knows them', async () => {
  const { connect } = await startLive()
  const karin = connect('karin')
  const sara = connect('sara')
  karin.socket.emit('join', kungsbacka)
  await expect.poll(() => karin.sees).toEqual([['karin', null]])
  sara.socket.emit('join', kungsbacka)
  await expect
    .poll(() => karin.sees)
    .toEqual([
      ['karin', null],
      ['sara', null],
    ])
  expect(karin.heard.at(-1)?.[1][1]).toEqual({
    ...{ id: 'sara', name: 'Sara Lindgren', initials: 'SL', role: 'doctor' },
    ...{ since: expect.any(Number), views: [], holds: null },
  })
  sara.socket.disconnect()
  await expect.poll(() => karin.sees).toEqual([['karin', null]])
})

test('[L1] a board hears of its own people only, and of a person with two tabs once', async () => {
  const { connect } = await startLive()
  const [karin, again, sara] = [connect('karin'), connect('karin'), connect('sara')]
  sara.socket.emit('join', halmstad)
  karin.socket.emit('join', kungsbacka)
  await expect.poll(() => karin.heard).not.toEqual([])
  again.socket.emit('join', kungsbacka)
  await expect.poll(() => again.sees).toEqual([['karin', null]])
  await expect.poll(() => sara.sees).toEqual([['sara', null]])
})

test('[L1] many holds in a moment are told together', async () => {
  const { connect } = await startLive()
  const [karin, sara] = [connect('karin'), connect('sara')]
  for (const { socket } of [karin, sara]) socket.emit('join', kungsbacka)
  await expect.poll(() => sara.sees).toHaveLength(2)
  for (let i = 0; i < 50; i++) karin.socket.emit('hold', kungsbacka, i % 2 ? null : anna)
  karin.socket.emit('hold', kungsbacka, anna)
  await expect.poll(() => new Map(sara.sees).get('karin')).toBe(anna)
  expect(sara.heard.length).toBeLessThan(10)
})

test('[L2] a card that somebody drags is free again when they let go or leave', async () => {
  const { connect } = await startLive()
  const [karin, sara] = [connect('karin'), connect('sara')]
  for (const { socket } of [karin, sara]) socket.emit('join', kungsbacka)
  await expect.poll(() => sara.sees).toHaveLength(2)
  const holds = () => new Map(sara.sees).get('karin')
  karin.socket.emit('hold', kungsbacka, anna)
  await expect.poll(() => holds()).toBe(anna)
  karin.socket.emit('hold', kungsbacka, null)
  await expect.poll(() => holds()).toBeNull()
})

test('[P1] a display, a stranger and a page of another origin hear nothing', async () => {
  const { connect } = await startLive()
  const visitors = [
    connect('kungsbacka'),
    connect('nobody'),
    connect('karin', { origin: 'https://elsewhere.example' }),
  ]
  const refusals = visitors.map(({ socket }) => {
    socket.emit('join', kungsbacka)
    return new Promise((resolve) => socket.once('connect_error', resolve))
  })
  await Promise.all(refusals)
  expect(visitors.flatMap(({ heard }) => heard)).toEqual([])
})

test('[P1] an observer is seen, but holds no card', async () => {
  const { connect } = await startLive()
  const olle = connect('olle')
  olle.socket.emit('join', kungsbacka)
  olle.socket.emit('hold', kungsbacka, anna)
  const karin = connect('karin')
  await expect.poll(() => olle.sees).toEqual([['olle', null]])
  karin.socket.emit('join', kungsbacka)
  await expect
    .poll(() => karin.sees)
    .toEqual([
      ['olle', null],
      ['karin', null],
    ])
})

test('[S3] when a session ends its presence ends too', async () => {
  const { connect, gate } = await startLive()
  const [karin, sara] = [connect('karin'), connect('sara')]
  for (const { socket } of [karin, sara]) socket.emit('join', kungsbacka)
  await expect.poll(() => sara.sees).toHaveLength(2)
  const gone = new Promise((resolve) => karin.socket.once('disconnect', resolve))
  gate.end('karin')
  expect(await gone).toBe('io server disconnect')
  await expect.poll(() => sara.sees).toEqual([['sara', null]])
})

test('[L1] nonsense is not answered', async () => {
  const { connect } = await startLive()
  const karin = connect('karin')
  for (const message of [
    ['join'],
    ['join', { a: 1 }],
    ['join', 'varberg'],
    ['hold', 7, 7],
    ['leave', null],
  ])
    karin.say(...message)
  karin.socket.emit('join', kungsbacka)
  await expect.poll(() => karin.sees).toEqual([['karin', null]])
  expect(karin.heard.every(([board]) => board === kungsbacka)).toBe(true)
})

test('[Q4] the bell of alerts reaches those whom it is for, wherever they are signed in', async () => {
  const { live, connect } = await startLive()
  const [karin, again, sara] = [connect('karin'), connect('karin'), connect('sara')]
  const all = [karin, again, sara]
  for (const { socket } of all) socket.emit('join', kungsbacka)
  for (const one of all) await expect.poll(() => one.sees).toHaveLength(2)
  live.ring('alerts', [userId.parse('karin')])
  live.ring('alerts', [])
  for (const one of [karin, again]) await expect.poll(() => one.rings).toBe(1)
  live.ring('alerts', [userId.parse('sara')])
  await expect.poll(() => sara.rings).toBe(1)
  expect(all.map(({ rings }) => rings)).toEqual([1, 1, 1])
})

test('[Z7] it rings at all of a person’s pages, and at nobody else’s', async () => {
  const { live, connect } = await startLive()
  const [sara, again, karin] = [connect('sara'), connect('sara'), connect('karin')]
  const rang: string[] = []
  for (const [name, { socket }] of Object.entries({ sara, again, karin })) {
    socket.on('notices', () => rang.push(name))
    await expect.poll(() => socket.connected).toBe(true)
  }
  live.ring('notices', [userId.parse('sara')])
  live.ring('notices', [])
  await expect.poll(() => rang.toSorted()).toEqual(['again', 'sara'])
})
