/** Where a key leads at a meeting: a remote sends PageUp and PageDown, wherever the focus is. */
export function stepOf(event: KeyboardEvent): -1 | 1 | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'PageDown') return 1
  if (event.key === 'PageUp') return -1
  if (isIn(event, OWN_KEYS)) return null
  if (event.key === 'ArrowRight') return 1
  if (event.key === 'ArrowLeft') return -1
  if (event.key === ' ' && !isIn(event, 'button, a')) return event.shiftKey ? -1 : 1
  return null
}

const SCROLL_PX = 160

/** How far a key scrolls: wherever the focus is, there is one thing to read. */
export function scrollOf(event: KeyboardEvent): number | null {
  if (event.defaultPrevented || isIn(event, OWN_KEYS)) return null
  if (event.key === 'ArrowDown') return SCROLL_PX
  return event.key === 'ArrowUp' ? -SCROLL_PX : null
}

/** Fields and lists take arrows and Space themselves. */
const OWN_KEYS = 'input, textarea, select, [contenteditable], [popover]'

const isIn = ({ target }: Event, selector: string) =>
  target instanceof Element && target.closest(selector) !== null
