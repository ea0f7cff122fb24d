import { z } from 'zod'
import { runningAlert } from './alerts.ts'
import { timestamp } from './clock.ts'
import { caseId, commentId, patientId, taskId, userId } from './ids.ts'
import { lane } from './lane.ts'
import {
  AREA_MAX,
  COMMENT_MAX,
  CREW_MAX,
  LABEL_MAX,
  NOTE_MAX,
  REASON_MAX,
  SHORT_TEXT_MAX,
  TASK_MAX,
} from './limits.ts'
import { mission } from './mission.ts'
import { rank } from './rank.ts'

export const PRIORITIES = ['acute', 'today', 'within48h', 'planned'] as const
export const priorityLevel = z.enum(PRIORITIES)
export type Priority = z.infer<typeof priorityLevel>

export const VISIT_STATUSES = ['none', 'planned', 'underway', 'arrived', 'finished'] as const
export const visitStatusName = z.enum(VISIT_STATUSES)
export type VisitStatus = z.infer<typeof visitStatusName>

export const OUTCOMES = ['hospital-avoided', 'health-centre-avoided', 'neither', 'sent-in'] as const
export const outcomeName = z.enum(OUTCOMES)
export type OutcomeName = z.infer<typeof outcomeName>

export const CONSENTS = ['unknown', 'given', 'other-basis', 'missing', 'blocked'] as const
export const consentState = z.enum(CONSENTS)
export type Consent = z.infer<typeof consentState>

/** Who watches while the team is off duty. */
export const RECEIVERS = ['evening', 'car'] as const
export const receiver = z.enum(RECEIVERS)
export type Receiver = z.infer<typeof receiver>

/** How a receiver is told: the product itself sends nothing. */
export const HANDOVER_WAYS = ['phoned', 'printed', 'other-system'] as const
export const handoverWay = z.enum(HANDOVER_WAYS)
export type HandoverWay = z.infer<typeof handoverWay>

const text = (max: number) => z.string().max(max)
const at = timestamp
/** Who did it, and null where nobody has. */
const by = userId.nullable()
const ticked = z.strictObject({ by, at })

/**
 * A case's last-writer-wins fields: each is one JSON value with its own `at`, so that two people
 * who change different things never undo each other's work. Fields that must change together
 * are one value (lane and rank); what different people set at once are several (nurse and doctor,
 * a visit's plan and its status, the two documentation ticks).
 */
export const caseFields = {
  /** Lane and rank in one value: a concurrent move can never mix them. */
  place: z.strictObject({ lane, rank, at }),
  priority: z.strictObject({ level: priorityLevel, by, at }),
  patient: z.strictObject({
    ref: patientId.nullable(),
    label: text(LABEL_MAX).trim().min(1),
    birthYear: z.int().min(1880).max(2100).nullable(),
    area: text(AREA_MAX),
    protected: z.boolean(),
    at,
  }),
  reason: z.strictObject({ text: text(REASON_MAX), at }),
  mission: z.strictObject({ id: mission.nullable(), at }),
  request: z.strictObject({
    since: text(SHORT_TEXT_MAX),
    wanted: text(SHORT_TEXT_MAX),
    meets: text(SHORT_TEXT_MAX),
    healthCentre: text(SHORT_TEXT_MAX),
    by,
    at,
  }),
  nurse: z.strictObject({ id: userId.nullable(), at }),
  doctor: z.strictObject({ id: userId.nullable(), at }),
  visit: z.strictObject({
    start: timestamp.nullable(),
    joint: z.boolean(),
    crew: z.array(userId).max(CREW_MAX),
    at,
  }),
  /** Times are those of the latest visit; null is not yet. */
  visitStatus: z.strictObject({
    status: visitStatusName,
    underway: timestamp.nullable(),
    arrived: timestamp.nullable(),
    finished: timestamp.nullable(),
    by,
    at,
  }),
  followUp: z.strictObject({
    due: timestamp.nullable(),
    check: text(SHORT_TEXT_MAX),
    callIf: text(SHORT_TEXT_MAX),
    at,
  }),
  /** What somebody else is to do and watch tonight; `to` is null while it is for nobody. */
  handover: z.strictObject({ to: receiver.nullable(), words: text(NOTE_MAX), at }),
  /** That they were told, and what became of it in the morning. */
  handedOver: z.strictObject({
    to: receiver.nullable(),
    how: handoverWay.nullable(),
    told: text(SHORT_TEXT_MAX),
    /** The `at` of the handover that they were told of. */
    preparedAt: timestamp.nullable(),
    sentAt: timestamp.nullable(),
    sentBy: by,
    /** The server's to say: a browser knows no public holidays. */
    backAt: timestamp.nullable(),
    lookedAt: timestamp.nullable(),
    lookedBy: by,
    at,
  }),
  seen: ticked,
  consent: z.strictObject({ state: consentState, by, at }),
  documentedRegion: ticked,
  documentedMunicipality: ticked,
  outcome: z.strictObject({ value: outcomeName.nullable(), by, at }),
  handback: z.strictObject({
    summary: text(NOTE_MAX),
    sentAt: timestamp.nullable(),
    sentBy: by,
    receivedAt: timestamp.nullable(),
    receivedBy: by,
    at,
  }),
  closed: z.strictObject({
    how: z.enum(['closed', 'voided']).nullable(),
    reason: text(SHORT_TEXT_MAX),
    by,
    at,
  }),
  /** Typed in by a person; nothing here is ever computed. */
  vitals: z.strictObject({
    rr: z.int().min(0).max(99).nullable(),
    spo2: z.int().min(0).max(100).nullable(),
    pulse: z.int().min(0).max(400).nullable(),
    bloodPressure: z
      .string()
      .regex(/^\d{2,3}\/\d{2,3}$/)
      .nullable(),
    temperature: z.number().min(20).max(45).nullable(),
    news2: z.int().min(0).max(20).nullable(),
    takenAt: timestamp.nullable(),
    by,
    at,
  }),
}

export type FieldName = keyof typeof caseFields
export type CaseFields = { readonly [F in FieldName]: Readonly<z.infer<(typeof caseFields)[F]>> }
export const FIELD_NAMES = Object.keys(caseFields) as FieldName[]
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(caseFields, name)

export const SBAR_PARTS = ['situation', 'background', 'assessment', 'recommendation'] as const
export type SbarPart = (typeof SBAR_PARTS)[number]
export const isSbarPart = (name: string): name is SbarPart =>
  (SBAR_PARTS as readonly string[]).includes(name)
export type Sbar = Readonly<Record<SbarPart, string>>

export const task = z.strictObject({
  id: taskId,
  text: text(TASK_MAX).trim().min(1),
  /** When it was done and by whom; null while it waits. */
  done: z.strictObject({ by: userId, at }).nullable(),
  removed: z.boolean(),
  addedAt: timestamp,
  at,
})
export type Task = Readonly<z.infer<typeof task>>

export const comment = z.strictObject({
  id: commentId,
  by: userId,
  at,
  text: text(COMMENT_MAX).trim().min(1),
})
export type Comment = Readonly<z.infer<typeof comment>>

/** What only the server writes about a case, on the server's clock. */
export const caseMeta = z.strictObject({
  /** Short name for the wall and for speech: "H-07". Unique among a board's live cases. */
  code: z.string().regex(/^[A-Z]-\d{2,4}$/),
  createdAt: timestamp,
  createdBy: by,
  movedAt: timestamp,
  movedBy: by,
  touchedAt: timestamp,
  touchedBy: by,
  /** While it waits as acute and nobody has answered. */
  alert: runningAlert.optional(),
  /** Other live cases of patients born the same day, as the register has it; the day is not told. */
  sameBirth: z.array(caseId).optional(),
})
export type CaseMeta = Readonly<z.infer<typeof caseMeta>>

/** A case as everything outside the document reads it. */
export type Case = CaseFields & {
  readonly id: z.infer<typeof caseId>
  /** Where it stands: its place's lane, or `done` once closed or voided. */
  readonly lane: z.infer<typeof lane>
  readonly sbar: Sbar
  readonly tasks: readonly Task[]
  readonly comments: readonly Comment[]
  /** Null until the server has it. */
  readonly meta: CaseMeta | null
}
