import * as Y from 'yjs'
import { demoTime } from '../../server/demo/demo-time.ts'
import { DEMO_CASES } from '../../server/demo/seed.ts'
import type { Stamp } from '../../shared/access.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { newCaseId, userId, type CaseId } from '../../shared/ids.ts'

export const KARIN = userId.parse('karin')

/** A board as a client sends it: the demo day's requests, three days of them, each in its lane. */
export type BaseBoard = { readonly update: Uint8Array; readonly cases: readonly CaseId[] }

const CASES = 60

export function baseBoard(): BaseBoard {
  const doc = new Y.Doc()
  const day = DEMO_CASES.kungsbacka?.(demoTime(Date.now())) ?? []
  const cases = Array.from({ length: CASES }, newCaseId)
  const start = Date.now() - CASES * 60_000
  doc.transact(() =>
    cases.forEach((id, i) => {
      const one = day[i % day.length]
      if (one === undefined) throw new Error('the demo day has no cases')
      const stamp: Stamp = { by: KARIN, role: 'nurse', at: start + i * 60_000 }
      const { patient, reason, priority, request, mission = null, sbar = {}, lane } = one
      const asked = { id, patient, reason, priority, request, mission, sbar, nurse: KARIN }
      if (!createCase(doc, asked, stamp).ok) throw new Error('a case was refused')
      moveCase(doc, { case: id, to: lane, before: null }, { ...stamp, at: stamp.at + 1 })
    }),
  )
  return { update: Y.encodeStateAsUpdate(doc), cases }
}
