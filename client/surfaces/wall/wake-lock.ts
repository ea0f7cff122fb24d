/** Keeps the screen from going dark, where the browser can; returns how to stop. */
export function keepScreenOn(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined
  let lock: WakeLockSentinel | null = null
  let over = false

  /** The browser drops the lock whenever the page is hidden. */
  const request = async () => {
    if (over || document.visibilityState !== 'visible') return
    const granted = await navigator.wakeLock.request('screen').catch(() => null) // e.g. low battery
    if (over) void granted?.release()
    else lock = granted
  }

  void request()
  document.addEventListener('visibilitychange', request)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', request)
    void lock?.release()
  }
}
