import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AuditEntry } from '../../../server/audit/entry.ts'
import { asHtml } from '../../../server/day-list/as-html.ts'
import { DayListCopies } from '../../../server/day-list/copies.ts'
import { sealFor } from '../../../server/day-list/seal.ts'
import { createLog } from '../../../server/log.ts'
import { StartupError } from '../../../server/startup-error.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { casesOn, dayListOf } from '../../../shared/day-list.ts'
import { boardId, type BoardId, type Epoch } from '../../../shared/ids.ts'
import { anna, asKarin, berit, boardWith } from '../../shared/support/board.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const HALF_HOUR = 30 * 60_000
const NOW = Date.parse('2026-03-10T09:42:00+01:00')
const paper = { demo: false, language: 'sv' } as const
const kungsbacka = boardId.parse('kungsbacka')

async function copying({ boards = [kungsbacka], dataDir = temporaryFolder() } = {}) {
  const identity = await generateIdentity()
  const doc = boardWith(anna, berit)
  editField(doc, { case: berit, field: 'patient', value: { protected: true } }, asKarin())
  const entries: AuditEntry[] = []
  let now = NOW
  const copies = new DayListCopies({
    boards: () => Promise.resolve(boards.map((id) => ({ id, epoch: 1 as Epoch }))),
    dayListOf: (board: BoardId) =>
      board === kungsbacka ? Promise.resolve(dayListOf(doc, now)) : Promise.reject(new Error('no')),
    seal: sealFor(await identityToRecipient(identity)),
    audit: {
      record: (_chain, entry) => {
        entries.push(entry)
        return Promise.resolve()
      },
    },
    log: createLog('silent'),
    dataDir,
    demo: false,
    dayListLanguage: 'sv',
  })
  const files = () => readdirSync(join(dataDir, 'day-lists')).sort()
  const open = async (name: string) => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return await decrypter.decrypt(readFileSync(join(dataDir, 'day-lists', name)), 'text')
  }
  const pass = (ms: number) => (now += ms)
  return { copies, files, open, pass, doc, dataDir, entries }
}

test('[Y5] the copy opens with the recipient’s key, and says what the day list does', async () => {
  const { copies, files, open, doc } = await copying()
  await copies.copyAll()
  expect(files()).toEqual(['kungsbacka 2026-03-10 0942.html.age'])
  expect(await open(files()[0] ?? '')).toBe(asHtml(dayListOf(doc, NOW), paper))
})

test('[Y2] of a protected identity the copy has no name', async () => {
  const { copies, files, open } = await copying()
  await copies.copyAll()
  const html = await open(files()[0] ?? '')
  expect(html).toContain('Anna')
  expect(html).toContain('Skyddad identitet')
  expect(html).not.toContain('Berit')
})

test('[Y5] the log has it, as the server’s own', async () => {
  const { copies, entries, doc } = await copying()
  await copies.copyAll()
  const to = casesOn(dayListOf(doc, NOW))
  expect(entries).toMatchObject([{ action: 'day-list-copied', client: 'server', user: null, to }])
})

test('[Y5] the last 48 of a board are kept', async () => {
  const { copies, files, pass } = await copying()
  for (let i = 0; i < 50; i++) {
    await copies.copyAll()
    pass(HALF_HOUR)
  }
  expect(files()).toHaveLength(48)
  expect(files()[0]).toBe('kungsbacka 2026-03-10 1042.html.age')
})

test('[Y6] a board or a disk that fails disturbs nobody', async () => {
  const { copies, files } = await copying({ boards: [boardId.parse('halmstad'), kungsbacka] })
  await copies.copyAll()
  expect(files()).toHaveLength(1)
  const full = await copying()
  writeFileSync(join(full.dataDir, 'day-lists'), '')
  await expect(full.copies.copyAll()).resolves.toBeUndefined()
  rmSync(join(full.dataDir, 'day-lists'))
  await full.copies.copyAll()
  expect(full.files()).toHaveLength(1)
})

test('[S9] a recipient that is none stops the start', () => {
  expect(() => sealFor('age1nobody')).toThrow(StartupError)
})

test('what people wrote is text on the page', () => {
  const doc = boardWith(anna)
  editField(doc, { case: anna, field: 'reason', value: { text: '<b>Feber & frossa' } }, asKarin())
  expect(asHtml(dayListOf(doc, NOW), paper)).toContain('<td>&lt;b&gt;Feber &amp; frossa</td>')
})

test('[U7] the copy is in the language that it is asked for', () => {
  const list = dayListOf(boardWith(anna), NOW)
  expect(asHtml(list, paper)).toContain('<p>Som tavlan var 2026-03-10 09:42.')
  const english = asHtml(list, { demo: false, language: 'en' })
  expect(english).toContain('<html lang="en">')
  expect(english).toContain('<p>As the board was 2026-03-10 09:42.')
})
