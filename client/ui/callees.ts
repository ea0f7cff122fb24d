import type { BoardSettings, Callee } from '../../shared/board.ts'
import { m } from '../i18n/paraglide/messages.js'

const EMERGENCY = '112'

/** Whom to call outside the team's hours: whom its board names, or else its phone and 112. */
export function calleesOf({
  outOfHours,
  phone,
}: Pick<BoardSettings, 'outOfHours' | 'phone'>): readonly Callee[] {
  if (outOfHours.length > 0) return outOfHours
  const usual = [
    { name: m.call_evening_night(), phone },
    { name: m.call_emergency(), phone: EMERGENCY },
  ]
  return usual.filter((one) => one.phone !== '')
}
