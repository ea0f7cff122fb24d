import { VISIT_MINUTES } from '../../../shared/clashes.ts'
import type { Placed } from './plan-selection.ts'

/** A visit in its column, which as many share as overlap there. */
export type Spot = Placed & { readonly track: number; readonly tracks: number }

/** Puts visits of one column that overlap beside each other, so that each can be read. */
export function sideBySide(visits: readonly Placed[]): Spot[] {
  const groups: Placed[][] = []
  let end = -Infinity
  for (const visit of visits) {
    if (visit.from >= end) groups.push([])
    groups.at(-1)?.push(visit)
    end = Math.max(end, visit.from + VISIT_MINUTES)
  }
  return groups.flatMap(inTracks)
}

/** Each takes the first track that is free by then. */
function inTracks(group: readonly Placed[]): Spot[] {
  const ends: number[] = []
  const taken = group.map((visit) => {
    const free = ends.findIndex((end) => end <= visit.from)
    const track = free === -1 ? ends.length : free
    ends[track] = visit.from + VISIT_MINUTES
    return { ...visit, track }
  })
  return taken.map((visit) => ({ ...visit, tracks: ends.length }))
}
