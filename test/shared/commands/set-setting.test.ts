import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import { boardOf, readSettings } from '../../../shared/board-document.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { settingsChanged, type SettingChange } from '../../../shared/changes.ts'
import { setSetting } from '../../../shared/commands/set-setting.ts'
import { userId } from '../../../shared/ids.ts'
import { revert } from '../../../shared/undo.ts'
import { asKarin, asSara } from '../support/board.ts'

const asMaria: Stamp = { by: userId.parse('maria'), role: 'manager', at: 2_000 }

/** Does it, and tells what of the settings it changed. */
function setAndTell(doc: Y.Doc, ...sets: Parameters<typeof setSetting>[1][]): SettingChange[] {
  const told: SettingChange[] = []
  const note = (event: Y.YMapEvent<unknown>) => told.push(...settingsChanged(event))
  boardOf(doc).observe(note)
  for (const one of sets) expect(setSetting(doc, one, asMaria)).toEqual({ ok: true })
  boardOf(doc).unobserve(note)
  return told
}

test('[U30] a manager sets one setting, and the others stay', () => {
  const doc = new Y.Doc()
  setAndTell(doc, { key: 'labels', value: { acute: 'Nu' } })
  expect(readSettings(doc)).toEqual({ ...NO_SETTINGS, labels: { acute: 'Nu' } })
})

test.each([asKarin(), asSara(), { ...asMaria, role: 'observer' as const }])(
  '[P2] nobody else does',
  (stamp) => {
    const doc = new Y.Doc()
    expect(setSetting(doc, { key: 'name', value: 'Norr' }, stamp)).toMatchObject({
      reason: 'not-allowed',
    })
    expect(boardOf(doc).size).toBe(0)
  },
)

test.each([
  ['name', ''],
  ['labels', { acute: 'x'.repeat(31) }],
  ['labels', { acute: '' }],
  ['softLimits', { today: 0 }],
  ['staleAfter', { today: NaN }],
  ['idleLock', 241],
  ['hours', { opens: '17:00', closes: '08:00' }],
  ['hours', { opens: '8', closes: '17:00' }],
  ['reasons', Array.from({ length: 101 }, (_, i) => `skäl ${i}`)],
] as const)('[U30] %s is never %j', (key, value) => {
  const doc = new Y.Doc()
  expect(setSetting(doc, { key, value }, asMaria)).toMatchObject({ reason: 'invalid-value' })
  expect(boardOf(doc).size).toBe(0)
})

test('[U30] what is set can be undone, to what it was or to nothing set', () => {
  const doc = new Y.Doc()
  const first = setAndTell(doc, { key: 'softLimits', value: { today: 6 } })
  const second = setAndTell(doc, { key: 'softLimits', value: { today: 8 } })
  expect(revert(doc, first, asMaria)).toMatchObject({ reason: 'changed-since' })
  expect(revert(doc, second, asMaria)).toEqual({ ok: true })
  expect(readSettings(doc).softLimits).toEqual({ today: 6 })
  expect(revert(doc, first, asMaria)).toEqual({ ok: true })
  expect(readSettings(doc)).toEqual(NO_SETTINGS)
})

test('[P2] nobody else undoes it', () => {
  const doc = new Y.Doc()
  const changes = setAndTell(doc, { key: 'team', value: 'Norr' })
  expect(revert(doc, changes, asKarin())).toMatchObject({ ok: false })
  expect(readSettings(doc).team).toBe('Norr')
})
