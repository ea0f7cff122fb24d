import { z } from 'zod'
import type { UserId } from '../../shared/ids.ts'
import { Persisted } from './persisted.ts'

/** Whether somebody has asked to be woken on this device: then they are when they sign in again. */
export const alertsWish = (person: UserId) => new Persisted(`wake.${person}`, z.literal('on'))
