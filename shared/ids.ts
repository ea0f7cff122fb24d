import { uuidv4 } from 'lib0/random.js'
import { z } from 'zod'

/** A case on the board: key of `cases` and `meta` in the document. */
export const caseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof caseId>

/** One line of a case's treatment list. */
export const taskId = z.uuid().brand<'TaskId'>()
export type TaskId = z.infer<typeof taskId>

/** One entry of a case's conversation. */
export const commentId = z.uuid().brand<'CommentId'>()
export type CommentId = z.infer<typeof commentId>

/** A patient in the register; the document carries no identity number. */
export const patientId = z.uuid().brand<'PatientId'>()
export type PatientId = z.infer<typeof patientId>

/** A team's board: appears in addresses, so it reads as a word. */
export const boardId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/)
  .brand<'BoardId'>()
export type BoardId = z.infer<typeof boardId>

/** A person with an account. */
export const userId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .brand<'UserId'>()
export type UserId = z.infer<typeof userId>

/** A board's generation; each rollover starts the next one. */
export const epoch = z.int().positive()
export type Epoch = z.infer<typeof epoch>

export const newPatientId = () => patientId.parse(uuidv4())
export const newCaseId = () => caseId.parse(uuidv4())
export const newTaskId = () => taskId.parse(uuidv4())
export const newCommentId = () => commentId.parse(uuidv4())
