import { SBAR_PARTS, type Case } from '../../../shared/case.ts'
import { sbarWords } from '../../i18n/words.ts'

/** SBAR as plain text for the records' own systems: what is empty is left out. */
export const sbarAsText = ({ sbar }: Pick<Case, 'sbar'>): string =>
  SBAR_PARTS.filter((part) => sbar[part].trim() !== '')
    .map((part) => `${sbarWords[part]()}: ${sbar[part].trim()}`)
    .join('\n\n')
