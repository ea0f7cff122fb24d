import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readPeople, readSettings } from '../../../shared/board-document.ts'
import { readCases } from '../../../shared/read-case.ts'
import { boardId, epoch } from '../../../shared/ids.ts'
import { verifyChain } from '../../../server/audit/verify.ts'
import { SqlAuditReader } from '../../../server/store/sql-audit-reader.ts'
import { seedDemo } from '../../../server/demo/seed.ts'
import { SqlUpdateLog } from '../../../server/store/sql-update-log.ts'
import type { Database } from '../../../server/store/schema.ts'
import { createBoard, sqliteDatabase } from '../../support/store.ts'

const NOW = Date.parse('2026-03-10T09:42:00+01:00')

async function storedBoard(db: Database, name: string) {
  const log = new SqlUpdateLog(db)
  const { updates, seq } = await log.load(boardId.parse(name), epoch.parse(1))
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return { doc, seq }
}

test.each([
  ['kungsbacka', 'Team Norr', 31],
  ['halmstad', 'Team Söder', 13],
])('[T1] an empty store gets %s with its team and cases', async (name, team, cases) => {
  const db = await sqliteDatabase()
  await seedDemo(db, NOW)
  const { doc, seq } = await storedBoard(db, name)
  expect(seq).toBe(1)
  expect(readCases(doc)).toHaveLength(cases)
  expect(readSettings(doc)).toMatchObject({ team, phone: expect.stringMatching(/^070-174 06 0/) })
  const names = [...readPeople(doc).values()].map((person) => person.name)
  expect(names.toSorted()).toEqual([
    'Amina Hassan',
    'Jonas Ekberg',
    'Karin Lindqvist',
    'Maria Nordin',
    'Sara Lindgren',
  ])
})

test('[T2] the log has every step of its cases, by whom and when, and is whole', async () => {
  const db = await sqliteDatabase()
  await seedDemo(db, NOW)
  const { doc } = await storedBoard(db, 'kungsbacka')
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('chain', '=', boardId.parse('kungsbacka'))
    .execute()
  for (const { id, meta, place } of readCases(doc)) {
    const ofCase = rows.filter(({ case_id }) => case_id === id)
    const [created, ...later] = ofCase
    expect(created).toMatchObject({ action: 'case-created', user_id: meta?.createdBy })
    expect(created?.time).toBe(meta?.createdAt)
    expect(later.every(({ action }) => action === 'case-changed')).toBe(true)
    expect(ofCase.at(-1)).toMatchObject({ time: meta?.touchedAt, user_id: meta?.touchedBy })
    const moves = ofCase.filter(({ object }) => object === 'place')
    if (moves.length > 0) expect(JSON.parse(moves.at(-1)?.after ?? '')).toEqual(place)
  }
  const verdict = await verifyChain(new SqlAuditReader(db), boardId.parse('kungsbacka'))
  expect(verdict).toMatchObject({ end: { number: rows.length }, fault: null })
})

test('[T1] a store in use is left alone', async () => {
  const db = await sqliteDatabase()
  await seedDemo(db, NOW)
  await seedDemo(db, NOW)
  expect((await storedBoard(db, 'kungsbacka')).seq).toBe(1)
})

test('[T1] where something is in the way, nothing is seeded', async () => {
  const db = await sqliteDatabase()
  await createBoard(db, 'halmstad')
  await expect(seedDemo(db, NOW)).rejects.toThrow()
  expect(await db.selectFrom('accounts').selectAll().execute()).toEqual([])
  expect((await storedBoard(db, 'kungsbacka')).seq).toBe(0)
})
