import { boardId, epoch, type BoardId, type Epoch } from '../../shared/ids.ts'
import { FRAMES_PARAMETER } from '../../shared/wire.ts'

/** What a document's address asks for. */
export type Address = {
  readonly board: BoardId
  readonly epoch: Epoch
  /** The client understands our own frames. */
  readonly frames: boolean
  /** The document's shape that the client was built for; null when it does not say. */
  readonly schema: number | null
}

/** Reads `/sync/<board>@<epoch>?frames=1&schema=1`; null when it is not such an address. */
export function readAddress(url: string): Address | null {
  const { path, query } = split(url)
  const [, name, generation] = /^\/sync\/([^/@]+)@([1-9]\d{0,8})$/.exec(path) ?? []
  const board = boardId.safeParse(name)
  const number = epoch.safeParse(Number(generation))
  if (!board.success || !number.success) return null
  const schema = query.get('schema')
  return {
    board: board.data,
    epoch: number.data,
    frames: query.get(FRAMES_PARAMETER) === '1',
    schema: schema !== null && /^\d{1,9}$/.test(schema) ? Number(schema) : null,
  }
}

function split(url: string): { path: string; query: URLSearchParams } {
  const [path = '', query = ''] = url.split('?', 2)
  try {
    return { path: decodeURIComponent(path), query: new URLSearchParams(query) }
  } catch {
    return { path: '', query: new URLSearchParams() }
  }
}
