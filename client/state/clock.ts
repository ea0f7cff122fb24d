import { createContext } from 'svelte'
import type { ServerClock } from '../net/server-clock.ts'

/** The server's time, shared by everything that stamps or shows one. */
export const [getClock, setClock] = createContext<ServerClock>()
