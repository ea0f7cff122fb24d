import type { Likeness } from '../../shared/lookalikes.ts'
import { m } from '../i18n/paraglide/messages.js'

const WORDS = { name: m.card_same_name, birth: m.card_same_birth } satisfies Record<
  Likeness,
  () => string
>

/** What a badge says of a patient who may be taken for another one. */
export const likenessText = (likeness: Likeness): string => WORDS[likeness]()
