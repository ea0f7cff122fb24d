import { createContext } from 'svelte'
import type { Api } from '../net/api.ts'

/** The server's REST part. */
export const [getApi, setApi] = createContext<Api>()
