import type { Case } from '../../../shared/case.ts'

/** "Andnöd vid KOL · Särö"; no line begins with the dot. */
export const aboutText = ({ reason, patient }: Case): string =>
  [reason.text, patient.area].filter(Boolean).join('\u00a0· ')
