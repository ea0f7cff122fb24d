import { expect, test } from 'vitest'
import type { Answer } from '../../../client/net/requests.ts'
import { Drafts } from '../../../client/state/drafts.svelte.ts'
import { Words } from '../../../client/surfaces/meeting/words.svelte.ts'
import { boardId } from '../../../shared/ids.ts'
import type { Agreement } from '../../../shared/meeting-api.ts'
import { anna, berit } from '../../shared/support/board.ts'
import { running } from './stage.ts'

/** A server whose answers a test gives one by one. */
function open() {
  const sent: { case: string; agreed: Agreement; answer: (ok: Answer<undefined>) => void }[] = []
  const agree = (_board: unknown, _meeting: unknown, id: string, agreed: Agreement) =>
    new Promise<Answer<undefined>>((answer) => sent.push({ case: id, agreed, answer }))
  const drafts = new Drafts()
  const entered = { meeting: running, since: null, notes: [] }
  const words = new Words({ agree }, boardId.parse('kungsbacka'), entered, drafts)
  const answer = async (ok: boolean, failure: 'unreachable' | 'not-found' = 'unreachable') => {
    sent.at(-1)?.answer(ok ? { ok, value: undefined } : { ok: false, failure })
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { words, drafts, sent, answer }
}

test('[M10] what is said while another word is under way is sent after it, whole', async () => {
  const { words, sent, answer } = open()
  void words.agree(anna)
  void words.note(anna, 'Ring sonen')
  void words.agree(berit)
  expect(sent.map((one) => one.agreed)).toEqual([{}])
  await answer(true)
  expect(sent.at(-1)).toMatchObject({ case: anna, agreed: { note: 'Ring sonen' } })
  await answer(true)
  expect(sent.at(-1)).toMatchObject({ case: berit, agreed: {} })
  await answer(true)
  expect(words.waiting).toBe(0)
  expect([words.stateOf(anna), words.noteOn(anna)]).toEqual(['saved', 'Ring sonen'])
  expect(sent).toHaveLength(3)
})

test('[M10] what did not arrive waits with its draft until it is sent again', async () => {
  const { words, drafts, sent, answer } = open()
  drafts.of(anna, 'minutes').text = 'Ring sonen'
  void words.note(anna, 'Ring sonen')
  expect(words.stateOf(anna)).toBe('none')
  await answer(false)
  expect([words.stateOf(anna), words.waiting]).toEqual(['waiting', 1])
  expect(drafts.isEmpty).toBe(false)
  void words.send()
  expect(sent).toHaveLength(2)
  await answer(true)
  expect([words.stateOf(anna), words.waiting]).toEqual(['saved', 0])
  expect(drafts.isEmpty).toBe(true)
})

test('[M6] a meeting that is long over takes no more, and the words stay', async () => {
  const { words, drafts, answer } = open()
  drafts.of(anna, 'minutes').text = 'För sent'
  void words.note(anna, 'För sent')
  await answer(false, 'not-found')
  expect([words.stateOf(anna), words.waiting]).toEqual(['over', 0])
  expect(drafts.of(anna, 'minutes').text).toBe('För sent')
})
