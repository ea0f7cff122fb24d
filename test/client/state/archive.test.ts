import { expect, test } from 'vitest'
import type { ArchiveHit, ArchivePage, ArchiveQuestion } from '../../../shared/archive.ts'
import type { Answer } from '../../../client/net/requests.ts'
import { ArchiveSearch } from '../../../client/state/archive.svelte.ts'
import { anna, berit } from '../../shared/support/board.ts'
import { kungsbacka } from '../offline/stage.ts'

const hit = (id: typeof anna): ArchiveHit => ({
  ...{ case: id, code: 'H-07', protected: false, label: 'Anna', birthYear: 1935 },
  ...{ how: 'closed', outcome: 'neither', closedAt: 1, closedBy: 'Sara' },
})
const page = (hits: ArchiveHit[], before: string | null = null): Answer<ArchivePage> => ({
  ok: true,
  value: { hits, before },
})

/** An archive that answers when the test says so. */
function stage() {
  const asked: { question: ArchiveQuestion; answer: (with_: Answer<ArchivePage>) => void }[] = []
  const archive = (_board: unknown, question: ArchiveQuestion) =>
    new Promise<Answer<ArchivePage>>((answer) => asked.push({ question, answer }))
  return { asked, search: new ArchiveSearch({ archive }, kungsbacka.id) }
}

test('[E4] an answer to what is not asked any more is not shown', async () => {
  const { asked, search } = stage()
  const questions = [search.search({ q: 'an' }), search.search({ q: 'be' })]
  asked[1]?.answer(page([hit(berit)]))
  asked[0]?.answer(page([hit(anna)]))
  await Promise.all(questions)
  expect(search.hits?.map((one) => one.case)).toEqual([berit])
})

test('[E4] what is older follows, and a question that fails leaves what was found', async () => {
  const { asked, search } = stage()
  const first = search.search({ q: 'a', from: '2026-01-01' })
  asked[0]?.answer(page([hit(anna)], `1.${anna}`))
  await first
  expect(search.hasOlder).toBe(true)
  const failing = search.loadOlder()
  asked[1]?.answer({ ok: false, failure: 'unreachable' })
  await failing
  expect(search.failure).toBe('unreachable')
  expect(search.hits).toHaveLength(1)
  const older = search.retry()
  expect(asked[2]?.question).toEqual({ q: 'a', from: '2026-01-01', before: `1.${anna}` })
  asked[2]?.answer(page([hit(berit)]))
  await older
  expect(search.hits?.map((one) => one.case)).toEqual([anna, berit])
  expect([search.hasOlder, search.failure]).toEqual([false, null])
})

test('[E4] what was found is not shown under a question that fails', async () => {
  const { asked, search } = stage()
  const first = search.search({ q: 'a' })
  asked[0]?.answer(page([hit(anna)]))
  await first
  const failing = search.search({ q: 'b' })
  asked[1]?.answer({ ok: false, failure: 'internal' })
  await failing
  expect(search.hits).toBeNull()
  void search.retry()
  expect(asked[2]?.question).toEqual({ q: 'b' })
})
