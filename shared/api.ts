import { z } from 'zod'
import { ACCESSES } from './access.ts'
import { timestamp } from './clock.ts'
import { boardId, epoch, userId } from './ids.ts'
import { role } from './person.ts'

/** Every REST body: server validation, client types and the OpenAPI document come from here. */
export const signInBody = z.strictObject({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
})

export const unlockBody = signInBody.pick({ password: true })

/** Who a browser is: a person, or a display of one board. */
export const whoAmI = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    id: userId,
    name: z.string(),
    initials: z.string(),
    role,
    demo: z.boolean(),
    /** Waits for the person's password: until then nothing else is answered. */
    locked: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('display'), board: boardId, demo: z.boolean() }),
])
export type WhoAmI = z.infer<typeof whoAmI>
export type PersonAmI = Extract<WhoAmI, { kind: 'person' }>

export const boardSummary = z.strictObject({
  id: boardId,
  name: z.string(),
  epoch,
  schema: z.int(),
  access: z.enum(ACCESSES),
})
export type BoardSummary = z.infer<typeof boardSummary>
export const boardList = z.array(boardSummary)

/** A session through which a board can be reached. */
export const boardSession = z.strictObject({
  id: z.string(),
  /** Whose it is; null for a display. */
  person: z.strictObject({ name: z.string(), role }).nullable(),
  startedAt: timestamp,
  usedAt: timestamp,
  /** Whether it is the one that asks. */
  mine: z.boolean(),
})
export type BoardSession = z.infer<typeof boardSession>
export const boardSessionList = z.array(boardSession)

/** Leave to keep a board on a device until a time, encrypted with a key that only its session gets. */
export const offlineLeave = z.strictObject({ key: z.base64url().length(43), until: timestamp })
export type OfflineLeave = z.infer<typeof offlineLeave>

/** What of a case somebody copies, to paste it into a record. */
export const copyBody = z.strictObject({ what: z.enum(['sbar', 'case']) })
export type CopiedPart = z.infer<typeof copyBody>['what']

/** What a browser may know before anyone has signed in. */
export const serverInfo = z.strictObject({
  build: z.string(),
  demo: z.boolean(),
  demoAccounts: z.array(z.strictObject({ username: z.string(), name: z.string(), role })),
})
export type ServerInfo = z.infer<typeof serverInfo>

export const PROBLEMS = [
  'invalid-body',
  'wrong-password',
  'too-many-attempts',
  'signed-out',
  'session-revoked',
  'session-locked',
  'forbidden',
  'not-found',
  'changed-since',
  'number-taken',
  'too-large',
  'not-ready',
  'internal',
] as const
export type ProblemName = (typeof PROBLEMS)[number]

/** RFC 9457 problem details; `type` is `/problems/<name>`. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  name: z.enum(PROBLEMS),
})
export type Problem = z.infer<typeof problem>
