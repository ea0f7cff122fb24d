import { describe, expect, test } from 'vitest'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { COMMENT_MAX, COMMENTS_PER_CASE } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  asSara,
  boardWith,
  caseIn,
  commentNumber,
  copyOf,
  entryIn,
  exchange,
  karin,
  sara,
} from '../support/board.ts'

const better = { case: anna, comment: commentNumber(1), text: 'Bättre i dag' }
const worse = { case: anna, comment: commentNumber(2), text: 'Sämre i kväll' }
const textsIn = (doc: ReturnType<typeof boardWith>) =>
  caseIn(doc, anna).comments.map((comment) => comment.text)

describe('addComment', () => {
  test('[B17] comments stand in the order in which they were written', () => {
    const doc = boardWith(anna)
    expect(addComment(doc, better, asKarin(3_000))).toEqual(done)
    expect(addComment(doc, worse, asSara(4_000))).toEqual(done)
    expect(caseIn(doc, anna).comments).toEqual([
      { id: better.comment, by: karin, at: 3_000, text: 'Bättre i dag' },
      { id: worse.comment, by: sara, at: 4_000, text: 'Sämre i kväll' },
    ])
  })

  test('[B17] comments that two people write while apart are both there, in one order', () => {
    const here = boardWith(anna)
    const there = copyOf(here)
    addComment(here, better, asKarin())
    addComment(there, worse, asSara())
    exchange(here, there)
    expect(textsIn(here).toSorted()).toEqual(['Bättre i dag', 'Sämre i kväll'])
    expect(textsIn(there)).toEqual(textsIn(here))
  })

  test('[B8] a closed case takes comments', () => {
    const doc = boardWith(anna)
    voidCase(doc, { case: anna, reason: 'Dubblett' }, asKarin())
    expect(addComment(doc, better, asKarin())).toEqual(done)
    expect(textsIn(doc)).toEqual(['Bättre i dag'])
  })

  test('[B11] a comment without words or with too many is refused', () => {
    const doc = boardWith(anna)
    for (const text of ['', ' \n ', 'x'.repeat(COMMENT_MAX + 1)])
      expect(addComment(doc, { ...better, text }, asKarin())).toEqual(refused('invalid-value'))
    expect(textsIn(doc)).toEqual([])
  })

  test('[B11] a case holds only so many comments', () => {
    const doc = boardWith(anna)
    for (let n = 0; n < COMMENTS_PER_CASE; n++) addComment(doc, better, asKarin())
    expect(addComment(doc, better, asKarin())).toEqual(refused('case-full'))
  })

  test('[B11] a case that somebody left without its comments takes none', () => {
    const doc = boardWith(anna)
    entryIn(doc, anna).delete('comments')
    expect(addComment(doc, better, asKarin())).toEqual(refused('case-not-found'))
  })
})
