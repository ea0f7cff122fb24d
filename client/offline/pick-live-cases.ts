/**
 * Picks what a device may keep of a board, on a thread of its own: a full one takes a fifth of a
 * second, and a card that is dragged meanwhile would stand still.
 * @param board all of it, as an update; it is given away
 * @returns it in parts, of which the first can be shown without the others
 * @throws when the worker's code does not come, or what was given is no update
 */
export async function pickLiveCases(board: Uint8Array): Promise<Uint8Array[]> {
  const worker = new Worker(new URL('./live-cases.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Uint8Array[]>) => resolve(data)
      worker.onerror = () => reject(new Error('The live cases could not be picked'))
      worker.postMessage(board, [board.buffer])
    })
  } finally {
    worker.terminate()
  }
}
