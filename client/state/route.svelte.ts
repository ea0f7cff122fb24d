import { createContext } from 'svelte'
import type { CaseId } from '../../shared/ids.ts'
import { placeOf, withCase, type Place } from './place.ts'

/** Which surface the address names, and how to go to another one. */
export class Route {
  #place = $state.raw<Place>({ surface: 'nowhere' })
  #address = $state('')

  constructor() {
    this.#read()
    addEventListener('popstate', () => this.#read())
  }

  get place(): Place {
    return this.#place
  }

  /** The path with its query, of which a surface may keep something of its own. */
  get address(): string {
    return this.#address
  }

  go(path: string, { replace = false } = {}): void {
    if (replace) history.replaceState(null, '', path)
    else history.pushState(null, '', path)
    this.#read()
  }

  /** Opens a case's panel over the surface, or closes it; the browser's Back does the same. */
  showCase(id: CaseId | null): void {
    const path = withCase(here(), id)
    if (path !== here()) this.go(path)
  }

  #read(): void {
    this.#address = here()
    this.#place = placeOf(this.#address)
  }
}

const here = () => location.pathname + location.search

export const [getRoute, setRoute] = createContext<Route>()
