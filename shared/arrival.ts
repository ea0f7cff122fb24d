import * as Y from 'yjs'
import { byStanding, caseIds, entryOf, laneOf, readField, type Standing } from './board-document.ts'
import { CASE_CLIENTS_MAX } from './next-epoch.ts'

/** More of a lane than any screen shows at once. */
const TOP_OF_LANE = 10
/** Few enough to be taken in between two frames. */
const CASES_PER_PART = 150

/**
 * The updates by which a board comes to somebody who has nothing of it: first what was touched
 * since its epoch began and the top of each lane, then the cases that have rested.
 * @returns at least one; each can be applied as it comes
 */
export function arrivalOf(doc: Y.Doc): Uint8Array[] {
  const later = restingClients(doc)
  const all = Y.decodeStateVector(Y.encodeStateVector(doc))
  const parts = [[...all.keys()].filter((client) => !later.has(client))]
  const rest = [...later]
  for (let at = 0; at < rest.length; at += CASES_PER_PART)
    parts.push(rest.slice(at, at + CASES_PER_PART))
  return parts.map((clients) => {
    const others = new Map(all)
    for (const client of clients) others.delete(client)
    return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(others))
  })
}

/** Yjs clients that are one case each, below its lane's top, on which nobody's work builds. */
function restingClients(doc: Y.Doc): Set<number> {
  const resting = new Set<number>()
  const needed = builtUpon(doc)
  for (const lane of Map.groupBy(standing(doc), laneOf).values())
    for (const [index, { client }] of lane.sort(byStanding).entries())
      (index < TOP_OF_LANE ? needed : resting).add(client)
  return new Set([...resting].filter((one) => one <= CASE_CLIENTS_MAX && !needed.has(one)))
}

function standing(doc: Y.Doc): (Standing & { client: number })[] {
  return caseIds(doc).flatMap((id) => {
    const entry = entryOf(doc, id)
    const client = entry?._item?.id.client
    if (!entry || client === undefined) return []
    return { id, client, place: readField(entry, 'place'), closed: readField(entry, 'closed') }
  })
}

/** Clients to whose items another one's are attached. */
function builtUpon(doc: Y.Doc): Set<number> {
  const built = new Set<number>()
  for (const [client, structs] of doc.store.clients)
    for (const struct of structs)
      for (const to of attachments(struct)) if (to && to.client !== client) built.add(to.client)
  return built
}

function attachments(struct: Y.Item | Y.GC): (Y.ID | null | undefined)[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : parent?._item?.id]
}
