import { z } from 'zod'
import { userId } from './ids.ts'

/** What a person is to a board. A display is a device, not a person. */
export const ROLES = ['nurse', 'doctor', 'manager', 'observer'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>

/** Two letters, each of which may be two code units. */
export const INITIALS_MAX = 4

/** A team member as everyone on the board may see them; the server writes these to the document. */
export const person = z.strictObject({
  id: userId,
  name: z.string().min(1).max(80),
  initials: z.string().min(1).max(INITIALS_MAX),
  role,
})
export type Person = Readonly<z.infer<typeof person>>

/** Whether somebody can be on duty: those who see patients. */
export const isOnRoster = ({ role }: Pick<Person, 'role'>): boolean =>
  role === 'nurse' || role === 'doctor'

/** First letters of the first and last name: "Karin Lindqvist" gives "KL". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map(initialOf).join('') || '?'
}

/** Spread, because a letter may be two code units. */
const initialOf = (word = '') => [...word.toLocaleUpperCase('sv')][0] ?? ''
