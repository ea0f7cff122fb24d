import { page } from 'vitest/browser'
import type * as Y from 'yjs'
import { boardOf, dutyOf } from '../../../shared/board-document.ts'
import type { Shift } from '../../../shared/duty.ts'
import type { Person } from '../../../shared/person.ts'
import { momentOf } from '../../../shared/team-time.ts'
import { threeWaiting } from './stage.ts'

const TODAY = '2026-03-10'

export const button = (name: string | RegExp, exact = false) =>
  page.getByRole('button', { name, exact })

export const shift = (
  { id, role }: Person,
  from: string,
  to: string,
  phone: string | null,
): Shift => ({
  ...{ person: id, role, phone },
  ...{ from: momentOf(TODAY, from), to: momentOf(TODAY, to) },
})

export function boardOn(...shifts: Shift[]): Y.Doc {
  const doc = threeWaiting()
  dutyOf(doc).set('shifts', shifts)
  dutyOf(doc).set('daysOff', ['2026-06-19', '2026-12-24', '2026-12-25'])
  boardOf(doc).set('phone', '070-174 06 00')
  return doc
}

/** A server that takes whatever it is told, and what that was. */
export function server() {
  const asked: [string, string, unknown][] = []
  const fetch: typeof globalThis.fetch = async (url, request) => {
    const path = String(url)
    if (!path.includes('/duty')) return Response.json({ due: 0 })
    const body = request?.body
    asked.push([
      request?.method ?? '',
      path,
      typeof body === 'string' ? JSON.parse(body) : undefined,
    ])
    return new Response(null, { status: 204 })
  }
  return { asked, fetch }
}
