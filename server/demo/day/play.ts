import { readMeta } from '../../../shared/board-document.ts'
import { readCases } from '../../../shared/read-case.ts'
import { HybridClock } from '../../../shared/clock.ts'
import { newCaseId, type CaseId } from '../../../shared/ids.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import type { Member } from '../member.ts'
import { afternoon } from './afternoon.ts'
import type { Beat, Role } from './beat.ts'
import { castFor } from './cast.ts'
import { FINDERS, type Carried } from './find.ts'
import { minutesAt } from './minutes.ts'
import { morning } from './morning.ts'
import { Teammate } from './teammate.ts'

export type Day = {
  /** Where the server is. */
  readonly url: URL
  readonly board: string
  /** Which patients come. */
  readonly seed: number
  /** How long one of the day's minutes takes. */
  readonly minuteMs: number
  /** Waits for so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>
  readonly onEvent: (event: DayEvent) => void
}

/** One thing that happened: "09:42 Sara: Sedd H-26". */
export type DayEvent = {
  readonly clock: string
  readonly who: string
  /** "Sedd H-26" */
  readonly what: string
  /** The case's code, where it is about one. */
  readonly code: string | null
  readonly refusal: Refusal | null
}

const TEAM = ['karin', 'amina', 'sara', 'jonas'] as const satisfies Member[]

/** Plays a team's working day over real sockets, one person after the other, and goes home. */
export async function playDay({ url, board, seed, minuteMs, pause, onEvent }: Day): Promise<void> {
  const team = new Map<Member, Teammate>()
  try {
    for (const member of TEAM) {
      const teammate = await Teammate.enter(url, member, board)
      team.set(member, teammate)
      onEvent({ ...nothing, clock: '07:45', who: teammate.firstName, what: 'Inne på tavlan' })
    }
    const stage = { team, roles: new Roles(), clock: new HybridClock(Date.now) }
    let passed = 0
    const until = async (minute: number) => {
      await pause(Math.max(0, minute - passed) * minuteMs)
      passed = Math.max(passed, minute)
    }
    const cast = castFor(board, seed, { start: Date.now(), minuteMs })
    for (const beat of [...morning(cast), ...afternoon(cast)]) {
      const event = await happen(beat, stage, until)
      if (event) onEvent(event)
    }
  } finally {
    await Promise.all([...team.values()].map((teammate) => teammate.leave()))
  }
}

/** How long a card is held before it is dropped elsewhere. */
const HELD_MINUTES = 1

const nothing = { code: null, refusal: null }

type Stage = {
  readonly team: ReadonlyMap<Member, Teammate>
  readonly roles: Roles
  readonly clock: HybridClock
}

/** Null when the board has no case for it. */
async function happen(
  [at, by, says, role, deed, isDrag]: Beat,
  { team, roles, clock }: Stage,
  until: (minute: number) => Promise<void>,
): Promise<DayEvent | null> {
  const author = team.get(by)
  if (!author) throw new Error(`${by} is not in today`)
  const event = { ...nothing, clock: at, who: author.firstName, what: says }
  if (role === undefined || deed === undefined) {
    await until(minutesAt(at))
    return event
  }
  await until(minutesAt(at) - HELD_MINUTES)
  const id = roles.caseOf(role, author)
  if (id === null) return null
  if (isDrag) author.hold(id)
  await until(minutesAt(at))
  const outcome = author.does(id, deed, clock.tick())
  if (isDrag) author.hold(null)
  if (outcome.ok) for (const teammate of team.values()) await teammate.sees(author, id)
  const code = readMeta(author.doc, id)?.code ?? null
  const refusal = outcome.ok ? null : outcome.reason
  return { ...event, what: naming(says, code ?? ''), code, refusal }
}

const naming = (says: string, code: string): string =>
  says.includes('…') ? says.replace('…', code) : `${says} ${code}`

/** Which case plays which part, and only that: found on the board when first needed, or new. */
class Roles {
  readonly #cases = new Map<Role, CaseId | null>()

  caseOf(role: Role, { doc }: Teammate): CaseId | null {
    const known = this.#cases.get(role)
    if (known !== undefined) return known
    const taken = new Set(this.#cases.values())
    const free = readCases(doc).filter(({ id }) => !taken.has(id))
    const id = isCarried(role) ? FINDERS[role](free) : newCaseId()
    this.#cases.set(role, id)
    return id
  }
}

const isCarried = (role: Role): role is Carried => role in FINDERS
