import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import { entryOf, peopleOf } from '../../../shared/board-document.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import type { CaseId, UserId } from '../../../shared/ids.ts'
import { mentionOf } from '../../../shared/mentions.ts'
import { initialsOf, type Role } from '../../../shared/person.ts'
import { noticeNews } from '../../../server/sync/notice-news.ts'
import type { Admission } from '../../../server/sync/shadow.ts'
import {
  anna,
  berit,
  cleo,
  commentNumber,
  jonas,
  karin,
  requestFor,
  sara,
} from '../../shared/support/board.ts'
import { admitted, GatedBoard, NOON } from './support/gated-board.ts'

const MINUTE = 60_000
const TEN = NOON + 4 * 60 * MINUTE

type Task = (doc: Y.Doc, stamp: Stamp) => unknown

/** Cases that Sara answers for, on the board of Karin, Sara and Jonas. */
function boardWith(...ids: CaseId[]) {
  const board = new GatedBoard()
  const roles: [UserId, Role][] = [
    [karin, 'nurse'],
    [sara, 'doctor'],
    [jonas, 'doctor'],
  ]
  for (const [id, role] of roles)
    peopleOf(board.doc).set(id, { id, name: id, initials: initialsOf(id), role })
  const newsOf = (admission: Admission, by: UserId) =>
    noticeNews(board.doc, admitted(admission), { by, at: board.now })
  const does = (name: UserId, task: Task) => newsOf(board.doctor(name).does(task), name)
  for (const id of ids) {
    does(karin, (doc, stamp) => createCase(doc, requestFor(id), stamp))
    does(sara, answersFor(id, sara))
  }
  /** Whom what is told, of which case. */
  const told = (name: UserId, task: Task) =>
    does(name, task).map(({ to, kind, case: id }) => [to, kind, id])
  return { board, does, told, newsOf }
}

const says =
  (id: CaseId, text: string): Task =>
  (doc, stamp) =>
    addComment(doc, { case: id, comment: commentNumber(1), text }, stamp)
const answersFor =
  (id: CaseId, doctor: UserId): Task =>
  (doc, stamp) =>
    editField(doc, { case: id, field: 'doctor', value: { id: doctor } }, stamp)
const visits =
  (id: CaseId, start: number): Task =>
  (doc, stamp) =>
    planVisit(doc, { case: id, start }, stamp)
const hides =
  (id: CaseId): Task =>
  (doc, stamp) =>
    editField(doc, { case: id, field: 'patient', value: { protected: true } }, stamp)

describe('what people are told of', () => {
  test('[Z1] a comment tells those whom it names, once each, and not its author', () => {
    const { does } = boardWith(anna)
    const words = `${mentionOf(sara)} ${mentionOf(jonas)} ${mentionOf(jonas)}, se detta`
    expect(does(sara, says(anna, words))).toEqual([
      {
        ...{ to: jonas, kind: 'mention', case: anna, code: 'H-01', by: sara },
        ...{ event: commentNumber(1), at: NOON },
      },
    ])
  })

  test('[Z1] a case that comes with its comment tells those whom that names', () => {
    const { told } = boardWith()
    const makes: Task = (doc, stamp) => {
      createCase(doc, requestFor(anna), stamp)
      says(anna, mentionOf(jonas))(doc, stamp)
    }
    expect(told(karin, makes)).toEqual([[jonas, 'mention', anna]])
  })

  test('[Z1] who becomes responsible by somebody else’s hand is told, and nobody else', () => {
    const { told } = boardWith(anna)
    expect(told(karin, answersFor(anna, jonas))).toEqual([[jonas, 'handed', anna]])
    expect(told(sara, answersFor(anna, sara))).toEqual([])
    const nursedBy: Task = (doc, stamp) =>
      editField(doc, { case: anna, field: 'nurse', value: { id: karin } }, stamp)
    expect(told(sara, nursedBy)).toEqual([[karin, 'handed', anna]])
  })

  test('[Z1] who is made responsible by two who do not know of each other is told once', () => {
    const { board, told, newsOf } = boardWith(anna)
    const away = board.doctor('sara')
    board.now += MINUTE
    const later = away.apart(answersFor(anna, jonas))
    expect(told(karin, answersFor(anna, jonas))).toEqual([[jonas, 'handed', anna]])
    board.now += MINUTE
    expect(newsOf(away.send(later), sara)).toEqual([])
    const muchLater = board.doctor('sara')
    const same: Task = (doc, stamp) =>
      entryOf(doc, anna)?.set('doctor', { id: jonas, at: stamp.at })
    expect(newsOf(muchLater.does(same), sara)).toEqual([])
  })

  test('[Z1] whose change comes to a case that was closed meanwhile is told by whom', () => {
    const { board, does, newsOf } = boardWith(anna)
    const away = board.doctor('jonas')
    const late = away.apart((doc, stamp) =>
      editField(doc, { case: anna, field: 'reason', value: { text: 'Feber' } }, stamp),
    )
    board.now += MINUTE
    does(sara, (doc, stamp) => finishCase(doc, { case: anna, outcome: 'neither' }, stamp))
    board.now += MINUTE
    expect(newsOf(away.send(late), jonas)).toMatchObject([
      { to: jonas, kind: 'superseded', case: anna, by: sara },
    ])
  })

  test('[Z1] whose change does not stand is told who decided otherwise', () => {
    const { board, does, newsOf } = boardWith(anna)
    const away = board.doctor('jonas')
    const reason: Task = (doc, stamp) =>
      editField(doc, { case: anna, field: 'reason', value: { text: String(stamp.at) } }, stamp)
    const late = away.apart(reason)
    board.now += MINUTE
    does(sara, reason)
    expect(newsOf(away.send(late), jonas)).toMatchObject([
      { to: jonas, kind: 'superseded', case: anna, by: sara, event: `reason ${NOON}` },
    ])
  })

  test('[Z1] what somebody has decided otherwise themselves they know', () => {
    const { board, does, newsOf } = boardWith(anna)
    const tablet = board.doctor('sara')
    const late = tablet.apart(answersFor(anna, jonas))
    board.now += MINUTE
    does(sara, answersFor(anna, karin))
    expect(newsOf(tablet.send(late), sara)).toEqual([])
  })

  test('[Z1] a visit that comes to clash tells who goes to both, once', () => {
    const { told } = boardWith(anna, berit, cleo)
    told(karin, visits(anna, TEN))
    told(karin, visits(berit, TEN + 60 * MINUTE))
    expect(told(karin, visits(cleo, TEN + 30 * MINUTE))).toEqual([[sara, 'clash', cleo]])
    expect(told(karin, visits(cleo, TEN + 31 * MINUTE))).toEqual([])
    expect(told(sara, visits(berit, TEN))).toEqual([])
  })

  test('[Z1] visits that come to clash in one change are one clash', () => {
    const { told } = boardWith(anna, berit)
    const both: Task = (doc, stamp) => {
      visits(berit, TEN)(doc, stamp)
      visits(anna, TEN)(doc, stamp)
    }
    expect(told(karin, both)).toEqual([[sara, 'clash', anna]])
  })

  test('[Z1] a clash that ends is not told', () => {
    const { told } = boardWith(anna, berit)
    told(karin, visits(anna, TEN))
    told(karin, visits(berit, TEN))
    const finishes: Task = (doc, stamp) =>
      setVisitStatus(doc, { case: anna, status: 'finished' }, stamp)
    expect(told(jonas, finishes)).toEqual([])
  })

  test('[Z1] of a protected identity only its nurse and its doctor are told', () => {
    const { told } = boardWith(anna)
    told(karin, hides(anna))
    const words = `${mentionOf(sara)} ${mentionOf(jonas)}`
    expect(told(karin, says(anna, words))).toEqual([[sara, 'mention', anna]])
  })

  test('[Z1] nobody is told who is not of the team, and nobody of what the clock does', () => {
    const { board, told } = boardWith(anna)
    expect(told(karin, says(anna, '@[stranger]'))).toEqual([])
    const handed = admitted(board.doctor('karin').does(answersFor(anna, jonas)))
    expect(noticeNews(board.doc, handed, { by: null, at: NOON })).toEqual([])
  })
})
