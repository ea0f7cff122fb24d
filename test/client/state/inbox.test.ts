import { expect, test, vi } from 'vitest'
import type { Answer } from '../../../client/net/requests.ts'
import { Inbox } from '../../../client/state/inbox.svelte.ts'
import { boardId, type CaseId } from '../../../shared/ids.ts'
import type { Notice, NoticePage } from '../../../shared/notices.ts'
import { anna, berit } from '../../shared/support/board.ts'

const kungsbacka = boardId.parse('kungsbacka')
const notice = (number: number, about: CaseId = anna): Notice => ({
  ...{ number, board: kungsbacka, case: about, code: 'H-01', kind: 'mention' },
  ...{ by: null, at: number, readAt: null },
})

/** A server with these notices of the person's, the newest last. */
function withServer(...given: Notice[]) {
  const kept = [...given]
  const list = vi.fn(async (after: number): Promise<Answer<NoticePage>> => {
    const notices = kept.filter(({ number }) => number > after).toReversed()
    const unread = kept.filter(({ readAt }) => readAt === null).length
    return { ok: true, value: { notices, unread } }
  })
  const markRead = vi.fn(async (): Promise<Answer<undefined>> => ({ ok: true, value: undefined }))
  const inbox = new Inbox({ list, markRead })
  const numbers = () => inbox.all.map(({ number }) => number)
  const readElsewhere = (number: number) => {
    const at = kept.findIndex((one) => one.number === number)
    kept[at] = { ...notice(number), readAt: 9 }
  }
  return { inbox, kept, list, markRead, numbers, readElsewhere }
}

test('[Z7] what is new is asked for after the last one, and stands first', async () => {
  const { inbox, kept, list, numbers } = withServer(notice(1), notice(4))
  await inbox.refresh()
  expect([numbers(), inbox.unread]).toEqual([[4, 1], 2])
  kept.push(notice(5))
  await inbox.refresh()
  expect([numbers(), inbox.unread]).toEqual([[5, 4, 1], 3])
  expect(list.mock.calls).toEqual([[0], [4]])
})

test('[Z7] rung at twice at once, nothing is listed twice', async () => {
  const { inbox, numbers, list } = withServer(notice(1))
  await Promise.all([inbox.refresh(), inbox.refresh()])
  expect(numbers()).toEqual([1])
  expect(list.mock.calls).toEqual([[0], [1]])
})

test('[Z6] what has been read on another device is read here too', async () => {
  const { inbox, readElsewhere, list } = withServer(notice(1), notice(2))
  await inbox.refresh()
  readElsewhere(1)
  await inbox.refresh()
  expect(inbox.unread).toBe(1)
  expect(inbox.all.map(({ readAt }) => readAt)).toEqual([null, 9])
  expect(list.mock.calls).toEqual([[0], [2], [0]])
})

test('[Z6] opening a case reads its notices, once', async () => {
  const { inbox, markRead } = withServer(notice(1), notice(2, berit), notice(3))
  await inbox.refresh()
  expect(inbox.waitsIn(kungsbacka, anna)).toBe(true)
  await inbox.readCase(kungsbacka, anna)
  await inbox.readCase(kungsbacka, anna)
  expect([inbox.unread, inbox.waitsIn(kungsbacka, anna)]).toEqual([1, false])
  expect(markRead.mock.calls).toEqual([[{ board: kungsbacka, case: anna }]])
})

test('[Z6] what was read before is not counted again, and what is another board’s stays', async () => {
  const elsewhere = { ...notice(1), board: boardId.parse('halmstad') }
  const { inbox } = withServer(elsewhere, { ...notice(2), readAt: 2 }, notice(3))
  await inbox.refresh()
  await inbox.readCase(kungsbacka, anna)
  expect(inbox.unread).toBe(1)
  expect(inbox.all.filter(({ readAt }) => readAt === null)).toEqual([elsewhere])
  expect(inbox.waitsIn(kungsbacka, anna)).toBe(false)
})

test('[Z6] the hundred newest are listed', async () => {
  const hundred = Array.from({ length: 100 }, (_, i) => ({ ...notice(i + 1), readAt: 1 }))
  const { inbox, kept, numbers } = withServer(...hundred)
  await inbox.refresh()
  kept.push(notice(101))
  await inbox.refresh()
  expect([numbers().length, numbers()[0], numbers().at(-1)]).toEqual([100, 101, 2])
})

test('[Z6] all are read up to the newest that is shown', async () => {
  const { inbox, markRead } = withServer(notice(1), notice(7))
  await inbox.refresh()
  await inbox.readAll()
  expect(inbox.unread).toBe(0)
  expect(markRead.mock.calls).toEqual([[{ upTo: 7 }]])
})

test('[Z6] what the server does not take stands as unread again', async () => {
  const { inbox, markRead } = withServer(notice(1))
  await inbox.refresh()
  markRead.mockResolvedValueOnce({ ok: false, failure: 'internal' })
  await inbox.readAll()
  expect([inbox.unread, inbox.waitsIn(kungsbacka, anna)]).toEqual([1, true])
})

test('[S17] an answer that was meant for the person before is nobody’s', async () => {
  const { inbox, list } = withServer(notice(1))
  await inbox.refresh()
  const { promise, resolve } = Promise.withResolvers<Answer<NoticePage>>()
  list.mockReturnValueOnce(promise)
  const asked = inbox.refresh()
  inbox.clear()
  resolve({ ok: true, value: { notices: [notice(1)], unread: 1 } })
  await asked
  expect([inbox.all, inbox.unread]).toEqual([[], 0])
})

test('[Z7] without contact the list stays as it was, and says why', async () => {
  const { inbox, list, numbers } = withServer(notice(1))
  await inbox.refresh()
  list.mockResolvedValueOnce({ ok: false, failure: 'unreachable' })
  await inbox.refresh()
  expect([numbers(), inbox.failure]).toEqual([[1], 'unreachable'])
  await inbox.refresh()
  expect(inbox.failure).toBeNull()
})
