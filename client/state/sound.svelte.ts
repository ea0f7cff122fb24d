import { createContext } from 'svelte'
import { z } from 'zod'
import { chime } from './chime.ts'
import { Persisted } from './persisted.ts'

const GESTURES = ['pointerdown', 'keydown'] as const

/**
 * Whether this device makes its one sound, and the sound. Browsers play nothing on a page that
 * nobody has touched yet: the first touch lets it.
 */
export class Sound {
  readonly #open: () => AudioContext
  readonly #stored = new Persisted('sound', z.enum(['on', 'off']))
  readonly #unlock = () => void this.#wake()
  #context: AudioContext | null = null
  #on = $state(true)
  #blocked = $state(false)

  constructor(open: () => AudioContext = () => new AudioContext()) {
    this.#open = open
    this.#on = this.#stored.read() !== 'off'
    for (const gesture of GESTURES) addEventListener(gesture, this.#unlock)
  }

  get on(): boolean {
    return this.#on
  }

  /** Whether a sound was due that the browser did not play. */
  get blocked(): boolean {
    return this.#blocked
  }

  turn(on: boolean): void {
    this.#on = on
    this.#stored.write(on ? 'on' : 'off')
  }

  /** Makes the sound, if it is on. What cannot be heard now is not made up for later. */
  play(): void {
    if (this.#on) this.#chime()
  }

  /** Makes it also when it is off: somebody wants to hear what it is like. */
  async try(): Promise<void> {
    await this.#wake()
    this.#chime()
  }

  #chime(): void {
    this.#blocked = this.#context?.state !== 'running'
    if (this.#context !== null && !this.#blocked) chime(this.#context)
  }

  async #wake(): Promise<void> {
    this.#context ??= this.#open()
    await this.#context.resume()
    this.#blocked = false
    for (const gesture of GESTURES) removeEventListener(gesture, this.#unlock)
  }
}

export const [getSound, setSound] = createContext<Sound>()
