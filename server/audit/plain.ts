/** A value longer than this is cut; the longest that people make lists a board's cases. */
const VALUE_MAX = 100_000
const TEXT_MAX = 500

/** A text that both databases give back as it was: a client may have sent anything. */
export function plainText(text: string, max = TEXT_MAX): string {
  return text.slice(0, max).replaceAll('\0', '').toWellFormed()
}

/** A value as JSON text, null for none; never throws, for then nothing at all could be saved. */
export function plainValue(value: unknown): string | null {
  if (value === undefined || value === null) return null
  try {
    const json = JSON.stringify(value, describe)
    return json.length <= VALUE_MAX ? json : JSON.stringify(`${json.slice(0, VALUE_MAX)}…`)
  } catch {
    return '"(unreadable)"' // nested too deeply
  }
}

/** Yjs carries what JSON has no form for. */
function describe(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Uint8Array) return `(${value.length} bytes)`
  return value
}
