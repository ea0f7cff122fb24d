import { z } from 'zod'

/**
 * The nine missions of care at home (Region Stockholm, "Vård i hemmet": basal hemsjukvård, the
 * same on evenings, nights and weekends, ASIH, läkarinsatser i SÄBO, psykiatri i hemmet,
 * hemrehabilitering, jourläkarbilar, förstärkt utskrivning, hospital@home).
 */
export const MISSIONS = [
  'basic-home-care',
  'basic-home-care-out-of-hours',
  'advanced-home-care',
  'care-home-doctor',
  'psychiatry-at-home',
  'rehabilitation-at-home',
  'on-call-car',
  'supported-discharge',
  'hospital-at-home',
] as const
export const mission = z.enum(MISSIONS)
export type Mission = z.infer<typeof mission>
