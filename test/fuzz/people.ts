import type { Person } from '../../shared/person.ts'
import { aPerson } from '../support/person.ts'

/** One of every role, and a second nurse; the last is a wall, which is nobody. */
export const [KARIN, AMINA] = [aPerson('karin', 'nurse'), aPerson('amina', 'nurse')]
export const [SARA, MARIA] = [aPerson('sara', 'doctor'), aPerson('maria', 'manager')]
export const PEOPLE = [KARIN, AMINA, SARA, MARIA, aPerson('olle', 'observer')]
export const VISITORS: readonly (Person | 'wall')[] = [...PEOPLE, 'wall']
