import { pino } from 'pino'
import { expect, test } from 'vitest'
import { Notifier } from '../../../server/notices/notifier.ts'
import type { UserId } from '../../../shared/ids.ts'
import { karin, sara } from '../../shared/support/board.ts'

/** Inboxes of the test's own, and who was rung at and whose devices were woken. */
function notifying() {
  const waiting = new Map([[sara, { unread: 2, newest: 7 }]])
  const rung: (readonly UserId[])[] = []
  const woken: [UserId, number][] = []
  const inbox = {
    waiting: async (person: UserId) => {
      const found = waiting.get(person)
      if (found === undefined) throw new Error('no database')
      return found
    },
  }
  const notifier = new Notifier({
    inbox,
    ring: (people) => rung.push(people),
    wake: (person, count) => woken.push([person, count]),
    log: pino({ level: 'silent' }),
  })
  return { notifier, waiting, rung, woken }
}

test('[Z7] who is told something is rung at, and woken with how much is unread', async () => {
  const { notifier, rung, woken } = notifying()
  await notifier.tell([sara, sara])
  expect([rung, woken]).toEqual([[[sara]], [[sara, 2]]])
})

test('[Z8] nobody is woken twice for the same, nor where nothing has come', async () => {
  const { notifier, waiting, woken } = notifying()
  await notifier.tell([sara])
  await notifier.tell([sara]) // of a kind that she has switched off
  waiting.set(sara, { unread: 3, newest: 9 })
  await notifier.tell([sara])
  expect(woken).toEqual([
    [sara, 2],
    [sara, 3],
  ])
})

test('[Z10] an inbox that cannot be read keeps nobody from being rung at', async () => {
  const { notifier, rung } = notifying()
  await notifier.tell([karin])
  expect(rung).toEqual([[karin]])
})
