import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { playDay, type DayEvent } from '../../../server/demo/day/play.ts'
import { caseIds, readLane } from '../../../shared/board-document.ts'
import { readCases } from '../../../shared/read-case.ts'
import { LANES } from '../../../shared/lane.ts'
import { signIn } from '../../support/session.ts'
import { joinBoard } from '../../support/stock-client.ts'
import { startTestServer } from '../../support/test-server.ts'

/** Plays a whole day without letting time pass; answers what happened. */
async function played(url: string, board: string, seed = 7): Promise<DayEvent[]> {
  const events: DayEvent[] = []
  const pause = () => Promise.resolve()
  const onEvent = (event: DayEvent) => void events.push(event)
  await playDay({ url: new URL(url), board, seed, minuteMs: 1_000, pause, onEvent })
  return events
}

async function boardAfter(url: string, board: string) {
  const client = await joinBoard(url, await signIn(url, 'maria'), board)
  return client
}

describe.each(['kungsbacka', 'halmstad'])('%s', (board) => {
  test('[T5] a played day ends with each case once, and nothing was refused', async () => {
    const { url } = await startTestServer()
    const events = await played(url, board)
    expect(events.filter(({ refusal }) => refusal !== null)).toEqual([])

    using client = await boardAfter(url, board)
    const standing = LANES.flatMap((lane) => readLane(client.doc, lane)).map(({ id }) => id)
    expect(standing.toSorted()).toEqual(caseIds(client.doc).toSorted())
    const codes = readCases(client.doc).filter(({ lane }) => lane !== 'done')
    expect(new Set(codes.map(({ meta }) => meta?.code)).size).toBe(codes.length)
  })
})

test('[T5] what the played day tells is what stands on the board', async () => {
  const { url } = await startTestServer()
  const events = await played(url, 'kungsbacka')
  using client = await boardAfter(url, 'kungsbacka')

  /** Of all cases with the code that was told: that of a voided one is free for the next. */
  const gistsOf = (said: string, at: string) => {
    const code = events.find(({ clock, what }) => clock === at && what.startsWith(said))?.code
    return readCases(client.doc)
      .filter(({ meta }) => meta?.code === code)
      .map((one) => ({
        lane: one.lane,
        closed: one.closed.how,
        outcome: one.outcome.value,
        by: one.closed.by,
        visit: one.visitStatus.status,
        isDocumented: one.documentedRegion.by !== null && one.documentedMunicipality.by !== null,
        receivedBy: one.handback.receivedBy,
      }))
  }
  expect(gistsOf('Avslutar', '14:55')).toContainEqual({
    lane: 'done',
    closed: 'closed',
    outcome: 'sent-in',
    by: 'sara',
    visit: 'finished',
    isDocumented: true,
    receivedBy: null,
  })
  expect(gistsOf('Avslutar', '13:48')).toContainEqual({
    lane: 'done',
    closed: 'closed',
    outcome: 'health-centre-avoided',
    by: 'jonas',
    visit: 'finished',
    isDocumented: true,
    receivedBy: 'karin',
  })
  expect(gistsOf('Makulerar', '13:22')).toContainEqual({
    lane: 'done',
    closed: 'voided',
    outcome: null,
    by: 'amina',
    visit: 'none',
    isDocumented: false,
    receivedBy: null,
  })
  expect(gistsOf('Överlämnar', '16:02')).toContainEqual({
    lane: 'followup',
    closed: null,
    outcome: null,
    by: null,
    visit: 'finished',
    isDocumented: true,
    receivedBy: null,
  })
})

test('[T5] one day can be played after another', async () => {
  const { url } = await startTestServer()
  await played(url, 'halmstad', 1)
  const events = await played(url, 'halmstad', 2)
  expect(events.filter(({ refusal }) => refusal !== null)).toEqual([])
})

describe('[T5] a day that cannot be played says why', () => {
  test('where no server answers', async () => {
    const gone = createServer().listen(0)
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    const url = `http://127.0.0.1:${port}`
    await expect(played(url, 'kungsbacka')).rejects.toThrow(`Ingen server svarar på ${url}.`)
  })

  test('where there is no such board', async () => {
    const { url } = await startTestServer()
    await expect(played(url, 'varberg')).rejects.toThrow('Det finns ingen tavla varberg.')
  })

  test('where the demo team may not sign in', async () => {
    const { url } = await startTestServer({ NODE_ENV: 'production' })
    await expect(played(url, 'kungsbacka')).rejects.toThrow('karin kan inte logga in')
  })
})
