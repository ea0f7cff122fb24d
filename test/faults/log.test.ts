import { expect, test } from 'vitest'
import { playDay } from '../../server/demo/day/play.ts'
import { DEMO_PATIENTS } from '../../server/demo/register/register.ts'
import { readCases } from '../../shared/read-case.ts'
import type { Case } from '../../shared/case.ts'
import { ServerProcess } from '../support/server-process.ts'
import { signIn } from '../support/session.ts'
import { joinBoard } from '../support/stock-client.ts'

const PRELOAD = `${import.meta.dirname}/../support/store-faults.ts`
const BOARD = 'kungsbacka'

/** Everything in a case that somebody typed of a patient. */
function wordsIn({ patient, reason, sbar, comments, tasks, followUp, handback }: Case): string[] {
  const { check, callIf } = followUp
  const texts = [...Object.values(sbar), ...comments.map(({ text }) => text)]
  const rest = [...tasks.map(({ text }) => text), check, callIf, handback.summary]
  return [patient.label, reason.text, ...texts, ...rest]
}

const REGISTERED = DEMO_PATIENTS.flatMap(({ number, details }) => [
  ...[number, details.familyName, details.street, details.phone],
  ...details.relatives.map(({ name }) => name),
  ...details.notes.map(({ text }) => text),
])

test('[H10] [S12] a day’s work, also on a failing disk, leaves no word of a patient in the log', async () => {
  await using server = await ServerProcess.start({ LOG_LEVEL: 'trace' }, [PRELOAD])
  const { url } = server
  const fail = async () => {
    const at = { when: 'before', statement: 'insert into "updates"' } as const
    await server.tell({ kind: 'fail', at, times: 1 })
  }
  let events = 0
  await playDay({
    ...{ url: new URL(url), board: BOARD, seed: 3, minuteMs: 1_000 },
    pause: () => Promise.resolve(),
    onEvent: () => void (++events === 20 && void fail()),
  })
  const cookie = await signIn(url, 'maria')
  using client = await joinBoard(url, cookie, BOARD)
  for (const body of ['{"identity":"Astrid Dahlkvist', JSON.stringify({ reason: 'Andnöd' })]) {
    const headers = { cookie, 'content-type': 'application/json' }
    await fetch(`${url}/api/boards/${BOARD}/patients/search`, { method: 'POST', headers, body })
  }
  await server.stop()

  expect(server.said).toContain('a commit failed and is tried again')
  const words = [...readCases(client.doc).flatMap(wordsIn), ...REGISTERED]
  const telling = words.filter((word) => word.length > 3)
  expect(telling.length).toBeGreaterThan(100)
  expect(telling.filter((word) => server.said.includes(word))).toEqual([])
})
