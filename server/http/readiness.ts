/** What has to work for the server to be of use. */
export const CHECKS = ['database', 'saving'] as const
export type Check = (typeof CHECKS)[number]
export type CheckState = 'ok' | 'failing'

/** Where the parts report whether they work, and `/readyz` asks. */
export class Readiness {
  readonly #states = new Map<Check, CheckState>(CHECKS.map((check) => [check, 'ok']))

  report(check: Check, state: CheckState): void {
    this.#states.set(check, state)
  }

  get status(): CheckState {
    return [...this.#states.values()].includes('failing') ? 'failing' : 'ok'
  }

  get checks(): Record<Check, CheckState> {
    return Object.fromEntries(this.#states) as Record<Check, CheckState>
  }
}
