import type { Page } from 'playwright'

/** All that a thief finds in what a page keeps in its browser, as text: databases, settings, files. */
export const loot = (page: Page): Promise<string> => page.evaluate(FIND)

/** Runs in the page. Bytes are given as the letters that they may be, keys as far as they can be had. */
const FIND = `(async () => {
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const textOf = async (value) => {
    if (value instanceof CryptoKey)
      return crypto.subtle.exportKey('raw', value).then(textOf, () => 'a key')
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
      return new TextDecoder().decode(value)
    if (typeof value !== 'object' || value === null) return String(value)
    const parts = Object.entries(value).map(async ([name, one]) => name + ': ' + (await textOf(one)))
    return '{' + (await Promise.all(parts)).join(', ') + '}'
  }
  const found = []
  for (const { name } of await indexedDB.databases()) {
    const db = await answer(indexedDB.open(name))
    for (const store of db.objectStoreNames)
      for (const row of await answer(db.transaction(store).objectStore(store).getAll()))
        found.push(store + ': ' + (await textOf(row)))
    db.close()
  }
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys())
      if (url.includes('/api/')) found.push(url)
  return found.join('\\n')
})()`
