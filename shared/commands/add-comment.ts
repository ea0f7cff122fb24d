import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { commentsOf } from '../board-document.ts'
import { comment } from '../case.ts'
import type { CaseId, CommentId } from '../ids.ts'
import { COMMENTS_PER_CASE } from '../limits.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { findCase } from './find-case.ts'

export type AddComment = { case: CaseId; comment: CommentId; text: string }

/** Closed cases take comments too: what became of the patient is often known later. */
export function addComment(
  doc: Y.Doc,
  { case: id, comment: commentId, text }: AddComment,
  stamp: Stamp,
): Outcome {
  const found = findCase(doc, id, stamp)
  if (!found.ok) return found
  const comments = commentsOf(found.entry)
  if (!comments) return refused('case-not-found')
  if (comments.length >= COMMENTS_PER_CASE) return refused('case-full')
  const added = comment.safeParse({ id: commentId, by: stamp.by, at: stamp.at, text })
  if (!added.success) return refused('invalid-value')
  comments.push([added.data])
  return done
}
