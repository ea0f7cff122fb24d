import type { CaseChange } from '../../../shared/changes.ts'
import { caseFields } from '../../../shared/case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Lane } from '../../../shared/lane.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { laneName } from '../../i18n/words.ts'
import type { BoardState } from '../../state/board.svelte.ts'
import type { Notices } from '../../state/notices.svelte.ts'
import { isUnseen } from '../../ui/card-strip.ts'
import { caseTitle, moverName } from '../../ui/card-text.ts'

/** More moves than this in one go are counted, not named. */
const NAMED_MAX = 3
/** Long enough for the outline's animation, and for people who asked for less motion to see it. */
const MARK_MS = 2_000

/** Says and marks what others did to the board. */
export class RemoteMoves {
  readonly #board: BoardState
  readonly #notices: Notices
  readonly #stop: () => void
  readonly #timers: Partial<Record<CaseId, ReturnType<typeof setTimeout>>> = {}
  #marked = $state.raw<readonly CaseId[]>([])

  constructor(board: BoardState, notices: Notices) {
    this.#board = board
    this.#notices = notices
    this.#stop = board.onRemote((changes) => this.#follow(changes))
  }

  isMarked(id: CaseId): boolean {
    return this.#marked.includes(id)
  }

  destroy(): void {
    this.#stop()
    for (const timer of Object.values(this.#timers)) clearTimeout(timer)
  }

  #follow(changes: readonly CaseChange[]): void {
    const moved = changes.flatMap((change) => (isMove(change) ? [change.case] : []))
    const fresh = [...moved, ...changes.flatMap((one) => (one.kind === 'created' ? one.case : []))]
    for (const id of fresh) this.#mark(id)
    if (moved.length > NAMED_MAX) this.#notices.say(m.board_moved_many({ count: moved.length }))
    else for (const id of moved) this.#notices.say(this.#sentence(id))
    for (const id of fresh) this.#alarm(id)
  }

  #sentence(id: CaseId): string {
    const one = this.#board.case(id)
    if (!one) return ''
    const to = laneName(one.lane, this.#board.settings)
    return m.board_moved_by({
      name: moverName(one, this.#board),
      case: caseTitle(one),
      lane: to,
    })
  }

  #alarm(id: CaseId): void {
    const one = this.#board.case(id)
    if (one && isUnseen(one)) this.#notices.alarm(m.board_new_acute({ case: caseTitle(one) }))
  }

  #mark(id: CaseId): void {
    clearTimeout(this.#timers[id])
    this.#marked = [...this.#marked.filter((one) => one !== id), id]
    this.#timers[id] = setTimeout(() => {
      this.#marked = this.#marked.filter((one) => one !== id)
    }, MARK_MS)
  }
}

function isMove(change: CaseChange): boolean {
  if (change.kind !== 'field') return false
  if (change.field === 'closed') return true
  return change.field === 'place' && laneOfPlace(change.from) !== laneOfPlace(change.to)
}

const laneOfPlace = (value: unknown): Lane | null =>
  caseFields.place.safeParse(value).data?.lane ?? null
