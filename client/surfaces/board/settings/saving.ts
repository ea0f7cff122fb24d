import { boardSettings, type BoardSettings, type SettingName } from '../../../../shared/board.ts'
import { setSetting } from '../../../../shared/commands/set-setting.ts'
import { m } from '../../../i18n/paraglide/messages.js'
import type { BoardState } from '../../../state/board.svelte.ts'

/** Saves a setting, to be undone; answers the complaint when the board cannot have that value. */
export type Save = <K extends SettingName>(
  key: K,
  value: BoardSettings[K],
  complaint: string,
) => string | null

export const savingOn =
  (board: BoardState): Save =>
  (key, value, complaint) => {
    if (!boardSettings.shape[key].safeParse(value).success) return complaint
    board.run(setSetting, { key, value }, m.settings_saved())
    return null
  }
