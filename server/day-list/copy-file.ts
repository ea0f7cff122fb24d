import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A day's worth, one every half hour. */
const KEPT = 48
const ENDING = '.html.age'

/**
 * Writes a copy whole or not at all, and removes the oldest of the same board.
 * @param name sorts by age within its board: "kungsbacka 2026-03-10 0942"
 */
export async function keepCopy(
  folder: string,
  board: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${name}${ENDING}`)
  const half = `${path}.half`
  const file = await open(half, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, path)
  const isOfBoard = (file: string) => file.startsWith(`${board} `) && file.endsWith(ENDING)
  const copies = (await readdir(folder)).filter(isOfBoard).sort()
  for (const old of copies.slice(0, -KEPT)) await rm(join(folder, old), { force: true })
}
