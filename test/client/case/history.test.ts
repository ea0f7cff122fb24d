import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createCase } from '../../../shared/commands/create-case.ts'
import type { ProblemName } from '../../../shared/api.ts'
import { metaOf } from '../../../shared/board-document.ts'
import type { HistoryLine } from '../../../shared/history.ts'
import { anna, asKarin, boardWith, caseIn, requestFor } from '../../shared/support/board.ts'
import { aLine } from './history-lines.ts'
import { boardOfAnna, people, show } from './stage.ts'

const ADDRESS = `/api/boards/kungsbacka/cases/${anna}/history`
const button = (name: string) => page.getByRole('button', { name })
const history = page.getByRole('group', { name: 'Historik' })
const texts = () =>
  history
    .getByRole('listitem')
    .elements()
    .map((one) => one.textContent?.trim())

const asked = vi.fn()
beforeEach(() => void asked.mockReset())

/** A server whose log holds these lines, so many a page. */
const serving = (lines: readonly HistoryLine[], perPage = 30) => {
  return (path: string) => {
    asked(path)
    const before = Number(new URL(path, 'http://x').searchParams.get('before') ?? Infinity)
    const rest = lines.filter(({ number }) => number < before)
    const some = rest.slice(0, perPage)
    const next = rest.length > perPage ? (some.at(-1)?.number ?? null) : null
    return Response.json({ lines: some, before: next })
  }
}
const moves = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const number = count - i
    return aLine({ number, time: aLine().time + number * 60_000 })
  })

const failing = (name: ProblemName, status: number) => () => {
  asked()
  return Response.json({ type: '', title: '', status, name }, { status })
}

test('[J10] the panel shows who did what when, by day, and asks once', async () => {
  const yesterday = aLine({
    number: 1,
    time: aLine().time - 24 * 3_600_000,
    object: 'sbar.situation',
  })
  show(people.karin, { history: serving([aLine({ number: 2 }), yesterday]) })
  await expect.element(history.getByText('Flyttade från Inkommet till Akut')).toBeVisible()
  expect(texts()).toEqual([
    expect.stringMatching(/Karin Lindqvist\s+09:30\s+Flyttade från Inkommet till Akut$/),
    expect.stringMatching(/Karin Lindqvist\s+09:30\s+Ändrade situation$/),
  ])
  await expect.element(history.getByRole('heading', { name: 'I dag' })).toBeVisible()
  await expect.element(history.getByRole('heading', { name: 'I går' })).toBeVisible()
  expect(asked.mock.calls).toEqual([[ADDRESS]])
})

test('[K1] what nobody did, the clock did', async () => {
  const byNobody = { user: null, name: 'Samtavlan', role: null }
  show(people.karin, { history: serving([aLine(byNobody)]) })
  await expect.poll(texts).toEqual([expect.stringMatching(/^Klockan\s+09:30\s+Flyttade från/)])
})

test('[J10] what does not stand is marked as such', async () => {
  const superseded = aLine({ number: 2, action: 'change-superseded', reason: 'newer' })
  const refused = aLine({ number: 1, action: 'change-refused', object: 'seen' })
  show(people.karin, { history: serving([superseded, refused]) })
  await expect
    .poll(texts)
    .toEqual([
      expect.stringMatching(
        /Ville flytta till Akut\s+Används inte: en nyare ändring gäller\s*Ville ändra Sedd\s+Stoppades$/,
      ),
    ])
})

test('[J10] a long history shows its beginning and is unfolded, then fetched, page by page', async () => {
  show(people.karin, { history: serving(moves(25), 10) })
  await expect.poll(() => texts().length).toBe(6)
  await button('Visa äldre').click()
  await expect.poll(() => texts().length).toBe(10)
  expect(asked).toHaveBeenCalledTimes(1)
  await button('Visa äldre').click()
  await expect.poll(() => texts().length).toBe(20)
  expect(asked).toHaveBeenLastCalledWith(`${ADDRESS}?before=16`)
  await button('Visa äldre').click()
  await expect.poll(() => texts().length).toBe(25)
  await expect.element(button('Visa äldre')).not.toBeInTheDocument()
})

test('[J10] what has happened since is offered, not fetched: each reading is logged', async () => {
  const log = moves(1)
  const { doc } = show(people.karin, { history: (path) => serving(log)(path) })
  await expect.poll(() => texts().length).toBe(1)
  await expect.element(button('Visa senaste')).not.toBeInTheDocument()
  log.unshift(aLine({ number: 2, object: 'reason' }))
  metaOf(doc).set(anna, { ...caseIn(doc, anna).meta, touchedAt: 99 })
  await button('Visa senaste').click()
  await expect.poll(() => texts().length).toBe(2)
  await expect.element(button('Visa senaste')).not.toBeInTheDocument()
  expect(asked).toHaveBeenCalledTimes(2)
})

test('[J10] a case that is not saved has no history yet, and is asked for once it is', async () => {
  const doc = boardWith()
  const { elsewhere } = show(people.karin, { doc, shows: anna, history: serving(moves(1)) })
  createCase(elsewhere, requestFor(anna), asKarin())
  await expect.element(history.getByText('Historiken börjar när ärendet är sparat.')).toBeVisible()
  expect(asked).not.toHaveBeenCalled()
  metaOf(elsewhere).set(anna, caseIn(boardOfAnna(), anna).meta)
  await expect.poll(() => texts().length).toBe(1)
})

test.each([
  ['forbidden', 403, 'Visas bara för ansvarigt par.'],
  ['internal', 500, 'Historiken kunde inte hämtas. Något gick fel på servern. Försök igen.'],
] as const)('[J10] a server that answers %s is told of in words', async (name, status, text) => {
  show(people.karin, { history: failing(name, status) })
  await expect.element(history.getByText(text)).toBeVisible()
  const again = button('Försök igen')
  if (name === 'forbidden') return expect(again.elements()).toEqual([])
  await again.click()
  await expect.poll(() => asked.mock.calls.length).toBe(2)
})

test('[J10] without contact the panel says so, keeps what it has, and asks again by itself', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let isAway = false
  const answer = serving(moves(8), 7)
  const away = (path: string) => (isAway ? Promise.reject(new TypeError('offline')) : answer(path))
  show(people.karin, { history: away })
  await button('Visa äldre').click()
  await expect.poll(() => texts().length).toBe(7)
  isAway = true
  await button('Visa äldre').click()
  const offline = history.getByText('Historiken visas när kontakten är tillbaka.')
  await expect.element(offline).toBeVisible()
  expect(texts()).toHaveLength(7)
  isAway = false
  vi.advanceTimersByTime(10_000)
  await expect.element(offline).not.toBeInTheDocument()
  vi.useRealTimers()
})
