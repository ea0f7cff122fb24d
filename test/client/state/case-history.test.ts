import { expect, test, vi } from 'vitest'
import type { Answer } from '../../../client/net/requests.ts'
import { CaseHistory } from '../../../client/state/case-history.svelte.ts'
import type { CaseHistory as Page } from '../../../shared/history.ts'
import { boardId } from '../../../shared/ids.ts'
import { anna } from '../../shared/support/board.ts'
import { aLine } from '../case/history-lines.ts'

const board = boardId.parse('kungsbacka')

function over(...answers: Answer<Page>[]) {
  const ask = vi.fn(async () => answers.shift() ?? ({ ok: false, failure: 'internal' } as const))
  const history = new CaseHistory({ history: ask }, board, anna)
  return { history, ask, numbers: () => history.lines?.map(({ number }) => number) }
}

const page = (before: number | null, ...numbers: number[]): Answer<Page> => ({
  ok: true,
  value: { lines: numbers.map((number) => aLine({ number })), before },
})

test('[J10] pages are read one behind the other, and anew from the newest', async () => {
  const { history, ask, numbers } = over(page(8, 9, 8), page(null, 7), page(null, 10, 9))
  expect([history.lines, history.hasOlder]).toEqual([null, false])
  await history.load()
  expect([numbers(), history.hasOlder]).toEqual([[9, 8], true])
  await history.loadOlder()
  expect([numbers(), history.hasOlder]).toEqual([[9, 8, 7], false])
  await history.load()
  expect(numbers()).toEqual([10, 9])
  expect(ask.mock.calls).toEqual([
    [board, anna, null],
    [board, anna, 8],
    [board, anna, null],
  ])
})

test('[J10] what was read stays when a question is not answered, until one is', async () => {
  const { history, numbers } = over(
    page(8, 9),
    { ok: false, failure: 'unreachable' },
    page(null, 7),
  )
  await history.load()
  await history.loadOlder()
  expect([numbers(), history.failure]).toEqual([[9], 'unreachable'])
  await history.loadOlder()
  expect([numbers(), history.failure]).toEqual([[9, 7], null])
})

test('[J9] a question under way is not asked twice: each is logged', async () => {
  const { history, ask } = over(page(null, 9))
  await Promise.all([history.load(), history.load(), history.loadOlder()])
  expect(ask).toHaveBeenCalledTimes(1)
})
