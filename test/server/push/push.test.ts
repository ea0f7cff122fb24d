import { pino } from 'pino'
import { expect, test } from 'vitest'
import webPush from 'web-push'
import type { Device } from '../../../server/push/devices.ts'
import { Push } from '../../../server/push/push.ts'
import { userId } from '../../../shared/ids.ts'
import type { PushSubscriptionBody } from '../../../shared/push.ts'
import { karin, sara } from '../../shared/support/board.ts'
import { startPushService } from '../../support/push-service.ts'

/** A sender to a push service of the test's own, and Karin's and Sara's devices there. */
async function sending({ services }: { services?: string[] } = {}) {
  const service = await startPushService()
  const owners = new Map([
    [karin, ['karins-pc']],
    [sara, ['saras-pc', 'saras-tablet']],
  ])
  let known: Device[] = [...owners.values()]
    .flat()
    .map((name) => ({ session: name, subscription: service.subscribe(name) }))
  const said: string[] = []
  const push = new Push({
    devices: {
      of: async (people) => {
        const names = people.flatMap((person) => owners.get(person) ?? [])
        return known.filter(({ session }) => names.includes(session))
      },
      forget: async (session) => void (known = known.filter((one) => one.session !== session)),
    },
    keys: webPush.generateVAPIDKeys(),
    subject: 'https://tavla.example/',
    services: services ?? [service.origin],
    log: pino({ level: 'warn' }, { write: (line) => said.push(line) }),
  })
  const knows = () => known.map(({ session }) => session)
  const add = (session: string, subscription: PushSubscriptionBody) =>
    void (known = [...known, { session, subscription }])
  return { ...service, push, knows, add, said, owners }
}

test('[Z8] all that leaves the house is a kind and a count, sealed to the device', async () => {
  const { push, delivered } = await sending()
  await push.send([sara], { kind: 'notices', count: 2 })
  expect(delivered.map(({ to }) => to).toSorted()).toEqual(['saras-pc', 'saras-tablet'])
  for (const { text, bytes, headers } of delivered) {
    expect(JSON.parse(text)).toEqual({ kind: 'notices', count: 2 })
    expect(bytes.toString('latin1')).not.toContain('notices')
    expect(headers).toMatchObject({
      ...{ 'content-encoding': 'aes128gcm', urgency: 'normal', topic: 'notices' },
      authorization: expect.stringMatching(/^vapid t=/) as string,
    })
  }
})

test('[Z8] what is acute comes at once, and is not kept for long', async () => {
  const { push, delivered } = await sending()
  await push.send([karin], { kind: 'acute', count: 1 })
  expect(delivered).toMatchObject([
    { to: 'karins-pc', headers: { urgency: 'high', topic: 'acute', ttl: '900' } },
  ])
})

test.each([404, 410])('[Z9] a device of which the service says %i is forgotten', async (gone) => {
  const { push, knows, answerWith } = await sending()
  answerWith(gone)
  await push.send([sara], { kind: 'notices', count: 1 })
  expect(knows()).toEqual(['karins-pc'])
})

test('[Z10] a service that fails, or is not there, loses no device and throws nothing', async () => {
  const { push, knows, add, answerWith, owners, said } = await sending()
  add('gone', { endpoint: 'http://127.0.0.1:1/', keys: { p256dh: '', auth: '' } })
  owners.set(userId.parse('jonas'), ['gone'])
  answerWith(503)
  await push.send([karin, sara], { kind: 'notices', count: 1 })
  expect(knows()).toHaveLength(4)
  expect(said.map((line) => (JSON.parse(line) as { status: number }).status)).toEqual([
    503, 503, 503,
  ])
})

test('[Z10] what is logged of a failure is the service, never where the device is', async () => {
  const { push, answerWith, said } = await sending()
  answerWith(500)
  await push.send([karin], { kind: 'notices', count: 1 })
  expect(said.join()).toContain('127.0.0.1')
  expect(said.join()).not.toContain('karins-pc')
})

test('[Z10] a message goes to no place that is not a known push service', async () => {
  const { push, delivered, knows } = await sending({ services: [] })
  await push.send([karin], { kind: 'notices', count: 1 })
  expect(delivered).toEqual([])
  expect(knows()).toEqual(['saras-pc', 'saras-tablet'])
})
