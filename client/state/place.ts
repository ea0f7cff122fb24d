import type { z } from 'zod'
import { receiver, type Receiver } from '../../shared/case.ts'
import { boardId, caseId, type BoardId, type CaseId } from '../../shared/ids.ts'

/** What an address names. */
export type Place =
  | { surface: 'entrance' }
  | { surface: 'board'; board: BoardId; case: CaseId | null }
  | { surface: 'wall' | 'meeting'; board: BoardId }
  /** The day list, or what is handed over to one receiver. */
  | { surface: 'print'; board: BoardId; handover: Receiver | null }
  | { surface: 'plan' | 'handover'; board: BoardId; case: CaseId | null }
  | { surface: 'day'; board: BoardId | null; case: CaseId | null }
  | { surface: 'archive'; board: BoardId; case: CaseId | null }
  | { surface: 'nowhere' }

export const pathTo = {
  entrance: () => '/',
  board: (board: BoardId, open: CaseId | null = null) =>
    open === null ? `/board/${board}` : `/board/${board}?case=${open}`,
  plan: (board: BoardId, open: CaseId | null = null) =>
    open === null ? `/plan/${board}` : `/plan/${board}?case=${open}`,
  wall: (board: BoardId) => `/wall/${board}`,
  archive: (board: BoardId, open: CaseId | null = null) =>
    open === null ? `/archive/${board}` : `/archive/${board}?case=${open}`,
  meeting: (board: BoardId) => `/meeting/${board}`,
  print: (board: BoardId, handover: Receiver | null = null) =>
    handover === null ? `/print/${board}` : `/print/${board}?handover=${handover}`,
  handover: (board: BoardId) => `/handover/${board}`,
  day: (board: BoardId) => `/day?board=${board}`,
}

/** @param address a path with its query, as in "/board/kungsbacka?case=…" */
export function placeOf(address: string): Place {
  const { pathname, searchParams } = new URL(address, 'http://here')
  const [surface = '', name, ...rest] = pathname.split('/').filter(Boolean)
  if (rest.length > 0) return { surface: 'nowhere' }
  const board = parsed(boardId, name ?? searchParams.get('board'))
  const open = parsed(caseId, searchParams.get('case'))
  if (surface === '') return { surface: 'entrance' }
  if (surface === 'day' && name === undefined) return { surface: 'day', board, case: open }
  if (board === null || name === undefined) return { surface: 'nowhere' }
  if (surface === 'board' || surface === 'plan' || surface === 'handover' || surface === 'archive')
    return { surface, board, case: open }
  if (surface === 'wall' || surface === 'meeting') return { surface, board }
  if (surface === 'print')
    return { surface, board, handover: parsed(receiver, searchParams.get('handover')) }
  return { surface: 'nowhere' }
}

const parsed = <S extends z.ZodType>(schema: S, text: string | null): z.infer<S> | null =>
  text === null ? null : (schema.safeParse(text).data ?? null)

/** The same address with this case's panel open, or none. */
export function withCase(address: string, id: CaseId | null): string {
  const url = new URL(address, 'http://here')
  if (id === null) url.searchParams.delete('case')
  else url.searchParams.set('case', id)
  return url.pathname + url.search
}
