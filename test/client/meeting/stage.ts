import type * as Y from 'yjs'
import Meeting from '../../../client/surfaces/meeting/Meeting.svelte'
import type { Link } from '../../../client/state/board-link.svelte.ts'
import {
  meetingId,
  type EnteredMeeting,
  type Meeting as MeetingFacts,
  type MinutesCase,
} from '../../../shared/meeting-api.ts'
import type { Person } from '../../../shared/person.ts'
import { karin, NOW, showBoard, threeWaiting } from '../board/stage.ts'

const MINUTE = 60_000
/** Before Anna, Berit and Cleo came. */
const LAST = NOW - 24 * 60 * MINUTE

export const running: MeetingFacts = {
  id: meetingId.parse('33333333-3333-4333-8333-333333333333'),
  startedAt: NOW - 7_000,
  startedBy: karin.id,
  endedAt: null,
  endedBy: null,
}
export const earlier: MeetingFacts = {
  ...running,
  id: meetingId.parse('44444444-4444-4444-8444-444444444444'),
  startedAt: LAST - 8 * MINUTE,
  endedAt: LAST,
  endedBy: karin.id,
}

/** The meetings' part of a server, which a test turns off and on. */
export class StagedServer {
  isThere = true
  running: MeetingFacts | null = null
  minutes: MinutesCase[] = []
  /** What was asked for besides reading, in order. */
  readonly asked: { what: string; body: unknown }[] = []

  readonly fetch: typeof globalThis.fetch = async (path, init) => {
    if (!this.isThere) throw new TypeError('no server')
    const [method, rest] = [init?.method ?? 'GET', String(path).split('/meetings')[1] ?? '']
    if (method !== 'GET')
      this.asked.push({ what: `${method} ${rest}`, body: JSON.parse(String(init?.body ?? 'null')) })
    if (method === 'PUT' || rest.endsWith('/end')) return new Response(null, { status: 204 })
    if (method === 'POST') return Response.json(this.#entered)
    if (rest === '') return Response.json({ running: this.running, earlier: [earlier] })
    return Response.json({ meeting: running, cases: this.minutes })
  }

  readonly #entered: EnteredMeeting = { meeting: running, since: LAST, notes: [] }
}

type Showing = { doc?: Y.Doc; me?: Person; link?: Link; server?: StagedServer }

/** The meeting's surface as somebody sees it. */
export function showMeeting({ server = new StagedServer(), ...showing }: Showing = {}) {
  const shown = showBoard({
    doc: threeWaiting(),
    ...showing,
    surface: Meeting,
    fetch: server.fetch,
  })
  history.replaceState(null, '', '/meeting/kungsbacka')
  return { ...shown, server }
}
