import type { PaperCase } from '../../../shared/on-paper.ts'
import { m } from '../../i18n/paraglide/messages.js'

/** Who a row on paper is about, beside its code. */
export const patientText = (row: PaperCase): string =>
  row.protected ? m.card_protected() : [row.name, row.birthYear].filter(Boolean).join(', ')
