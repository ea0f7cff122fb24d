import { createContext } from 'svelte'
import { z } from 'zod'
import type { Answer } from '../net/requests.ts'
import { Persisted } from './persisted.ts'
import type { Session } from './session.svelte.ts'

const LOOK_EVERY_MS = 15_000
/** Touches closer than this count as one: each is written down for the other tabs. */
const TOUCH_MS = 5_000
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Whether the screen is covered: locked, or while somebody else signs in. */
export class Lock {
  readonly #session: Session
  readonly #stored = new Persisted('touched', z.string().regex(/^\d+$/))
  readonly #wasCovered = new Persisted('covered', z.enum(['yes', 'no']))
  /** Tells the other tabs 'locked' or 'open': what the server says to them has changed too. */
  readonly #tabs = new BroadcastChannel('samtavlan.lock')
  #touchedAt = 0
  /** Covered here: whether the server locks it too is not known yet, or it cannot be reached. */
  #cover = $state<'none' | 'asking' | 'alone'>('none')
  /** Locked by a server that could not be reached when its person came back. */
  #isLifted = $state(false)
  #isSwitching = $state(false)

  constructor(session: Session) {
    this.#session = session
    this.#tabs.onmessage = ({ data }) => {
      if (data === 'open') this.open()
      void this.#askAgain()
    }
    this.#touch()
  }

  get covers(): boolean {
    if (this.#isSwitching || this.#cover !== 'none') return true
    return this.#session.locked && !this.#isLifted
  }

  get isSwitching(): boolean {
    return this.#isSwitching
  }

  /** Without contact nobody can be asked for a password: the device's own lock guards it. */
  get canLift(): boolean {
    return this.#cover === 'alone'
  }

  /** Once it is known who this is: a page that no server can be asked for starts as the last one was. */
  begin(): void {
    if (this.#session.offline && this.#wasCovered.read() === 'yes') this.#cover = 'alone'
  }

  /** Covers the screen at once, here and, as soon as the server knows, in every tab. */
  async lock(): Promise<void> {
    if (this.#cover === 'none') this.#cover = 'asking'
    this.#isLifted = false
    this.#wasCovered.write('yes')
    const answer = await this.#session.lock()
    const isOver = !answer.ok && answer.failure === 'signed-out'
    this.#cover = answer.ok || isOver || this.#session.locked ? 'none' : 'alone'
    if (isOver) this.#session.end()
    if (answer.ok) this.#tabs.postMessage('locked')
  }

  async unlock(password: string): Promise<Answer<undefined>> {
    const answer = await this.#session.unlock(password)
    if (answer.ok) this.#openAll()
    else if (answer.failure === 'unreachable') this.#cover = 'alone'
    else if (answer.failure === 'signed-out') this.#session.end() // it was locked for too long
    return answer
  }

  lift(): void {
    this.#openAll()
    this.#isLifted = this.#session.locked
  }

  /** Lets another person sign in, over whatever stands there. */
  switchUser(): void {
    this.#isSwitching = true
  }

  stay(): void {
    this.#isSwitching = false
  }

  /** Nothing is covered any more: its person is back, or somebody else is here. */
  open(): void {
    this.#cover = 'none'
    this.#isLifted = false
    this.#isSwitching = false
    this.#wasCovered.write('no')
    this.#touch()
  }

  /** Locks after so many minutes without a touch, in any tab; returns how to stop. */
  watch(minutes: number | null): () => void {
    const isDue = () => minutes !== null && Date.now() - this.#lastTouch() >= minutes * 60_000
    const touched = () => {
      // A machine that has slept is touched before it has looked.
      if (isDue() && !this.covers) void this.lock()
      else if (!this.covers && Date.now() - this.#touchedAt >= TOUCH_MS) this.#touch()
    }
    const look = () => {
      if (this.canLift || (isDue() && !this.covers)) void this.lock()
      else if (this.#isLifted) void this.#askAgain()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true })
    return () => {
      clearInterval(timer)
      for (const touch of TOUCHES) removeEventListener(touch, touched)
    }
  }

  #openAll(): void {
    this.open()
    this.#tabs.postMessage('open')
  }

  /** What the server says now holds again. */
  async #askAgain(): Promise<void> {
    await this.#session.ask()
    if (this.#session.failure === null) this.#isLifted = false
  }

  #touch(): void {
    this.#touchedAt = Date.now()
    this.#stored.write(String(this.#touchedAt))
  }

  #lastTouch(): number {
    return Math.max(this.#touchedAt, Number(this.#stored.read() ?? 0))
  }
}

export const [getLock, setLock] = createContext<Lock>()
