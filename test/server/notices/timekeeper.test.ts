import { pino } from 'pino'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { casesAtRest } from '../../../server/notices/cases-at-rest.ts'
import { Inbox } from '../../../server/notices/inbox.ts'
import { NoticeTimekeeper } from '../../../server/notices/timekeeper.ts'
import { SqlUpdateLog } from '../../../server/store/sql-update-log.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { recordReceipt } from '../../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { boardId, epoch, type BoardId, type UserId } from '../../../shared/ids.ts'
import {
  anna,
  asKarin,
  asSara,
  boardWith,
  copyOf,
  karin,
  sara,
} from '../../shared/support/board.ts'
import { identityOver, karin as karinsAccount } from '../../support/identity.ts'
import { createBoard, sqliteDatabase } from '../../support/store.ts'

const DAY_MS = 24 * 3_600_000
/** A Wednesday; Thursday and Friday are working days, so that the receipt is due on Friday. */
const SENT = Date.parse('2026-03-11T10:00:00+01:00')
const DUE = SENT + 2 * DAY_MS

/** A board on disk that nobody has open, on which Karin and Sara await Anna's receipt. */
async function waiting({ sentAt = SENT } = {}) {
  const db = await sqliteDatabase()
  const { accounts, boards } = identityOver(db)
  const board = await createBoard(db, 'kungsbacka')
  for (const id of [karin, sara]) {
    await accounts.create({ ...karinsAccount, id })
    await boards.addMember(board, id)
  }
  const log = new SqlUpdateLog(db)
  const doc = boardWith(anna)
  editField(doc, { case: anna, field: 'nurse', value: { id: karin } }, asKarin())
  editField(doc, { case: anna, field: 'doctor', value: { id: sara } }, asKarin())
  sendHandback(doc, { case: anna, summary: 'Feberfri' }, asSara(sentAt))
  const keep = (update: Uint8Array) =>
    log.commit([{ board, epoch: epoch.parse(1), updates: [update], audit: [] }])
  await keep(Y.encodeStateAsUpdate(doc))
  const clock = { now: sentAt }
  const inbox = new Inbox(db, () => clock.now)
  const rung: UserId[] = []
  const failing = boardId.parse('halmstad')
  const timekeeper = () =>
    new NoticeTimekeeper({
      inbox,
      boards: async () => [{ id: failing }, { id: board }],
      casesAtRest: (id: BoardId) =>
        id === failing ? Promise.reject(new Error('broken')) : casesAtRest(log, id),
      onNotices: (people) => rung.push(...people),
      tidy: async () => undefined,
      log: pino({ level: 'silent' }),
      now: () => clock.now,
    })
  /** Looks at a time, as a server that has just started. */
  const lookAt = async (now: number) => {
    clock.now = now
    await timekeeper().look()
    return rung.splice(0)
  }
  const told = async (person: UserId) => (await inbox.page(person, 0)).notices
  return { doc, keep, inbox, lookAt, told }
}

test('[Z3] the pair is told once when a receipt falls overdue, also of a board that is not open', async () => {
  const { lookAt, told } = await waiting()
  expect(await lookAt(DUE - 1)).toEqual([])
  expect(await lookAt(DUE)).toEqual([karin, sara])
  expect(await lookAt(DUE + DAY_MS)).toEqual([])
  expect(await told(sara)).toMatchObject([
    { kind: 'receipt-late', case: anna, by: null, at: DUE, readAt: null },
  ])
})

test('[Z3] who has read of it is not told again when that is long gone', async () => {
  const { inbox, lookAt, told } = await waiting()
  await lookAt(DUE)
  await inbox.markRead(sara, { upTo: 1 })
  expect(await lookAt(DUE + 15 * DAY_MS)).toEqual([])
  expect(await told(sara)).toEqual([])
})

test('[Z3] a receipt that came in time, and one of old, is no news', async () => {
  const { doc, keep, lookAt } = await waiting()
  expect(await lookAt(DUE + 8 * DAY_MS)).toEqual([])
  const received = copyOf(doc)
  recordReceipt(received, { case: anna }, asKarin(DUE - 1))
  await keep(Y.encodeStateAsUpdate(received))
  expect(await lookAt(DUE)).toEqual([])
})

test('[Z3] [B24] public holidays are no working days', async () => {
  const maundyThursday = Date.parse('2026-04-02T10:00:00+02:00')
  const { lookAt } = await waiting({ sentAt: maundyThursday })
  const wednesday = maundyThursday + 6 * DAY_MS
  expect(await lookAt(wednesday - 1)).toEqual([])
  expect(await lookAt(wednesday)).toEqual([karin, sara])
})
