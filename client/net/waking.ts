/** Looks at the time so often, */
const LOOK_EVERY_MS = 5_000
/** and takes a longer gap for sleep: a page that nobody looks at may be held back for a minute. */
const SLEPT_MS = 90_000

/**
 * Calls back when the network may have changed unnoticed: it is there again, somebody looks at the
 * page again, or the machine has slept. Returns how to stop.
 * @param withinMs spreads it over so long, where many machines wake up at the same moment
 */
export function onWaking(awake: () => void, withinMs: number): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined
  let lookedAt = Date.now()
  const wake = () => {
    clearTimeout(soon)
    soon = setTimeout(awake, Math.random() * withinMs)
  }
  const seen = () => {
    if (document.visibilityState === 'visible') wake()
  }
  const looking = setInterval(() => {
    const now = Date.now()
    if (now - lookedAt > SLEPT_MS) wake()
    lookedAt = now
  }, LOOK_EVERY_MS)
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', seen)
  return () => {
    clearTimeout(soon)
    clearInterval(looking)
    removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', seen)
  }
}
