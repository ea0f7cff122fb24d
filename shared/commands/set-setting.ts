import { equalityDeep } from 'lib0/function.js'
import type * as Y from 'yjs'
import { may, type Stamp } from '../access.ts'
import { boardOf, readSettings } from '../board-document.ts'
import { boardSettings, type SettingName } from '../board.ts'
import { done, refused, type Outcome } from '../outcome.ts'

export type SetSetting = { key: SettingName; value: unknown }

/** Writes one of the board's settings whole. */
export function setSetting(doc: Y.Doc, { key, value }: SetSetting, { role }: Stamp): Outcome {
  if (!may(role, 'settings')) return refused('not-allowed')
  const parsed = boardSettings.shape[key].safeParse(value)
  if (!parsed.success) return refused('invalid-value')
  if (equalityDeep(readSettings(doc)[key], parsed.data)) return refused('nothing-changed')
  boardOf(doc).set(key, parsed.data)
  return done
}
