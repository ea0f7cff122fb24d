import type { CaseId } from '../../../shared/ids.ts'
import { LANES, type Lane } from '../../../shared/lane.ts'

type Ids = (lane: Lane) => readonly { id: CaseId }[]

/**
 * One tab stop per lane, and arrows between cards and lanes. It also keeps the focus on a card
 * that somebody else moves while it is focused.
 */
export class Rover {
  readonly #ids: Ids
  #stops = $state.raw<Partial<Record<Lane, CaseId>>>({})
  #focused: CaseId | null = null

  constructor(ids: Ids) {
    this.#ids = ids
  }

  /** Whether Tab stops at this card: the one last focused in its lane, else the first. */
  isStop(lane: Lane, id: CaseId): boolean {
    const cases = this.#ids(lane)
    const stop = this.#stops[lane]
    return stop !== undefined && cases.some((one) => one.id === stop)
      ? stop === id
      : cases[0]?.id === id
  }

  noteFocus({ target }: Event): void {
    const card = target instanceof Element ? target.closest('[data-case]') : null
    const place = card?.closest('[data-lane]')?.getAttribute('data-lane') as Lane | undefined
    if (!card || !place) return
    this.#focused = card.getAttribute('data-case') as CaseId
    this.#stops = { ...this.#stops, [place]: this.#focused }
  }

  /** A card that left the page has not lost the focus: it takes it along. */
  noteBlur({ target }: Event): void {
    queueMicrotask(() => {
      if (target instanceof Element && target.isConnected && document.activeElement !== target)
        this.#focused = null
    })
  }

  /** Puts the focus back on a card that was moved from under it. */
  keepFocus(): void {
    if (this.#focused !== null && document.activeElement === document.body)
      this.focus(this.#focused)
  }

  focus(id: CaseId): void {
    this.cardOf(id)?.querySelector('a')?.focus()
  }

  cardOf(id: CaseId): HTMLElement | null {
    return document.querySelector<HTMLElement>(`[data-lane] [data-case="${id}"]`)
  }

  /** Which card an arrow key leads to from this one; null where the board ends. */
  next(lane: Lane, id: CaseId, key: string): CaseId | null {
    const cases = this.#ids(lane)
    const at = cases.findIndex((one) => one.id === id)
    if (key === 'ArrowDown') return cases[at + 1]?.id ?? null
    if (key === 'ArrowUp') return cases[at - 1]?.id ?? null
    if (key === 'Home') return cases[0]?.id ?? null
    if (key === 'End') return cases.at(-1)?.id ?? null
    const lanes = LANES.map((one) => this.#ids(one))
    const here = LANES.indexOf(lane)
    const beyond = key === 'ArrowRight' ? lanes.slice(here + 1) : lanes.slice(0, here).reverse()
    const other = beyond.find((one) => one.length > 0)
    return other?.[Math.min(at, other.length - 1)]?.id ?? null
  }
}
