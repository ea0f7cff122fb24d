import { openDB } from 'idb'
import type { OfflineLeave } from '../../../shared/api.ts'
import type { BoardSummary, PersonAmI } from '../../../shared/api.ts'
import { boardId, epoch, userId } from '../../../shared/ids.ts'
import type { Head } from '../../../client/offline/kept-board.ts'

export const karin: PersonAmI = {
  kind: 'person',
  id: userId.parse('karin'),
  name: 'Karin Lindqvist',
  initials: 'KL',
  role: 'nurse',
  demo: true,
}
export const sara: PersonAmI = { ...karin, id: userId.parse('sara'), name: 'Sara Holm' }

export const kungsbacka: BoardSummary = {
  id: boardId.parse('kungsbacka'),
  name: 'Team Kungsbacka',
  epoch: epoch.parse(1),
  schema: 1,
  access: 'write',
}
export const head = (who: PersonAmI, board = kungsbacka): Head => ({ who, board })

/** A session's leave, until a time: another session has another key. */
export const leaveUntil = (until: number): OfflineLeave => {
  const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
  return { key: key.replaceAll('+', '-').replaceAll('/', '_').slice(0, 43), until }
}

/** All that a thief would find in this browser's databases, as text. */
export async function loot(): Promise<string> {
  const found: string[] = []
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await openDB(name)
    for (const store of db.objectStoreNames)
      for (const row of (await db.getAll(store)) as unknown[]) found.push(await textOf(row))
    db.close()
  }
  return found.join('\n')
}

/** Bytes as the letters that they may be, keys as far as they can be had. */
async function textOf(value: unknown): Promise<string> {
  if (value instanceof CryptoKey)
    return await crypto.subtle.exportKey('raw', value).then(textOf, () => 'a key')
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return new TextDecoder().decode(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).map(async ([name, one]) => `${name}: ${await textOf(one)}`)
  return (await Promise.all(parts)).join(', ')
}
