import type * as Y from 'yjs'
import type { Spot } from './spot.ts'

/** What an update set one key of a map to. */
export type Write = {
  readonly map: Y.Map<unknown>
  readonly key: string
  /** What stood there before the update; undefined where nothing did. */
  readonly before: unknown
  readonly sent: unknown
  /** Whether its sender knew what stood there. */
  readonly knew: boolean
}

type At<In extends Spot['in']> = Extract<Spot, { readonly in: In }>

/** One thing that an update does. */
export type Touch =
  | { readonly kind: 'created'; readonly spot: At<'cases'> }
  | { readonly kind: 'field'; readonly spot: At<'case'>; readonly write: Write }
  | { readonly kind: 'task'; readonly spot: At<'tasks'>; readonly write: Write }
  | { readonly kind: 'setting'; readonly spot: At<'settings'>; readonly write: Write }
  | { readonly kind: 'text'; readonly spot: At<'text'>; readonly grows: boolean }
  | { readonly kind: 'comments'; readonly spot: At<'comments'>; readonly added: readonly unknown[] }
