import { describe, test } from 'vitest'
import type * as Y from 'yjs'
import { playDay } from '../../server/demo/day/play.ts'
import { readPeople, readSettings } from '../../shared/board-document.ts'
import { readCases } from '../../shared/read-case.ts'
import { VISIT_STATUSES, type Case } from '../../shared/case.ts'
import { signIn } from '../support/session.ts'
import { joinBoard } from '../support/stock-client.ts'
import { expect } from './support/expect.ts'
import { SocketRecording } from './support/socket-recording.ts'
import { becomeDisplay, DEVICES, Stage } from './support/stage.ts'

const BOARD = 'kungsbacka'
const IDENTITY_NUMBER = /(?<!\d)(19|20)\d{6}-?\d{4}(?!\d)/
/** A case's id, random: one in seven thousand has digits like an identity number's. */
const ID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g

describe('what a wall is sent', () => {
  const stage = new Stage()

  test('[P3] a whole demo day sends a wall no name, text or number', async () => {
    const { url } = stage.server
    const wall = await stage.visitor(DEVICES.wall)
    await becomeDisplay(wall, BOARD)
    const recording = await SocketRecording.of(wall)
    await wall.goto(`/wall/${BOARD}`)
    await expect(wall.getByText(/Bekräftad/)).toBeVisible()

    using nurse = await joinBoard(url, await signIn(url, 'karin'), BOARD)
    const pause = async () => undefined
    const codes = new Set<string>()
    await playDay({
      url: new URL(url),
      board: BOARD,
      seed: 7,
      minuteMs: 1_000,
      pause,
      onEvent: ({ code }) => code !== null && codes.add(code),
    })
    await expect.poll(() => [...codes].filter((code) => !recording.has(code))).toEqual([])

    const cases = readCases(nurse.doc)
    const areas = cases.map(({ patient }) => patient.area)
    const shown = [...areas, ...signOf(nurse.doc), ...VISIT_STATUSES].join(' ')
    const secret = wordsOf([...cases.flatMap(textsOf), ...membersOf(nurse.doc)])
    const leaked = [...secret].filter((word) => !shown.includes(word) && recording.has(word))
    expect(secret.size).toBeGreaterThan(300)
    expect(leaked).toEqual([])
    expect(recording.text.replaceAll(ID, ' ')).not.toMatch(IDENTITY_NUMBER)
  })
})

/** Everything that people wrote about a case, and its person's name. */
function textsOf(one: Case): string[] {
  return [
    one.patient.label,
    one.reason.text,
    ...Object.values(one.sbar),
    ...one.comments.map(({ text }) => text),
    ...one.tasks.map(({ text }) => text),
    ...[one.request.since, one.request.wanted, one.request.meets, one.request.healthCentre],
    ...[one.followUp.check, one.followUp.callIf, one.handback.summary, one.closed.reason],
    ...[one.handover.words, one.handedOver.told],
  ]
}

const membersOf = (doc: Y.Doc) => [...readPeople(doc).values()].map(({ name }) => name)

/** The board's own name is on the wall. */
function signOf(doc: Y.Doc): string[] {
  const { name, team } = readSettings(doc)
  return [name, team]
}

/** Words of five letters and more: shorter ones are found in anything. */
const wordsOf = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => text.match(/\p{L}{5,}/gu) ?? []))
