import type { SbarPart } from '../../../shared/case.ts'
import { m } from '../../i18n/paraglide/messages.js'

export const sbarWords: Readonly<Record<SbarPart, () => string>> = {
  situation: m.sbar_situation,
  background: m.sbar_background,
  assessment: m.sbar_assessment,
  recommendation: m.sbar_recommendation,
}

/** The letter that stands for each part; the same in both languages. */
export const sbarLetters: Readonly<Record<SbarPart, string>> = {
  situation: 'S',
  background: 'B',
  assessment: 'A',
  recommendation: 'R',
}
