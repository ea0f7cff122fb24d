import { z } from 'zod'
import type { OutcomeName } from './case.ts'
import { timestamp } from './clock.ts'
import { caseId } from './ids.ts'

/** The outcomes that are an opinion: whether the patient needed that care after all is asked later. */
export const AVOIDED = [
  'hospital-avoided',
  'health-centre-avoided',
] as const satisfies OutcomeName[]
export type Avoided = (typeof AVOIDED)[number]
export const isAvoided = (outcome: OutcomeName | null): outcome is Avoided =>
  AVOIDED.some((one) => one === outcome)

/** After how many days it is asked. */
export const RECHECK_DAYS = [3, 30] as const
export type RecheckDays = (typeof RECHECK_DAYS)[number]

/** Where the patient was taken care of after all. */
export const RECHECK_ANSWERS = ['no', 'health-centre', 'hospital', 'unknown'] as const
export const recheckAnswer = z.enum(RECHECK_ANSWERS)
export type RecheckAnswer = z.infer<typeof recheckAnswer>

/** A question that is due about a case that was closed. */
export const recheck = z.strictObject({
  id: z.uuid(),
  case: caseId,
  code: z.string(),
  /** Null for a protected identity, but to its nurse and its doctor. */
  name: z.string().nullable(),
  closedAt: timestamp,
  days: z.union([z.literal(3), z.literal(30)]),
  outcome: z.enum(AVOIDED),
  /** Who judged so, by name, if known. */
  judgedBy: z.string().nullable(),
})
export type Recheck = Readonly<z.infer<typeof recheck>>
export const recheckList = z.array(recheck)

/** How many are due: says nothing of anybody, so that asking for it is no reading. */
export const recheckCount = z.strictObject({ due: z.int().min(0) })

export const recheckBody = z.strictObject({ answer: recheckAnswer })
