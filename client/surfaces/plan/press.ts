import { on } from 'svelte/events'

const LONG_PRESS_MS = 300
/** So many pixels a mouse may tremble in a click, or a finger in a press. */
const SLACK = 6

export type Drag = {
  /** Answers whether it may be dragged just now. */
  begin: () => boolean
  /** @param grip how far below its upper edge it is held */
  move: (at: { x: number; y: number; grip: number }) => void
  drop: () => void
  cancel: () => void
}

/**
 * Drags by mouse once it has moved, and by finger after a long press, so that a list still scrolls
 * under it. Our own: what drops between items of lists cannot drop on a time.
 */
export const press = (drag: Drag) => (element: HTMLElement) => {
  let going = false
  let release: (() => void) | null = null

  function down(event: PointerEvent): void {
    const isControl = (event.target as Element).closest('button') !== null
    if (event.button !== 0 || !event.isPrimary || isControl || release !== null) return
    const from = { x: event.clientX, y: event.clientY }
    const grip = from.y - element.getBoundingClientRect().top
    const byFinger = event.pointerType === 'touch'
    const start = () => {
      going = drag.begin()
      if (going) drag.move({ ...from, grip })
      else release?.()
    }
    const timer = byFinger ? setTimeout(start, LONG_PRESS_MS) : undefined

    function move({ clientX: x, clientY: y }: PointerEvent): void {
      const isFar = Math.hypot(x - from.x, y - from.y) > SLACK
      if (!going && isFar) {
        if (byFinger) return release?.()
        start()
      }
      if (going) drag.move({ x, y, grip })
    }
    function end(finish: () => void): void {
      const went = going
      release?.()
      if (!went) return
      swallowClick()
      finish()
    }
    const offs = [
      on(window, 'pointermove', move),
      on(window, 'pointerup', () => end(drag.drop)),
      on(window, 'pointercancel', () => end(drag.cancel)),
    ]
    release = () => {
      clearTimeout(timer)
      for (const off of offs) off()
      release = null
      going = false
    }
  }

  const offs = [
    on(element, 'pointerdown', down),
    // The page scrolls under a finger, and offers what can be done with a link, unless told not to.
    on(element, 'touchmove', (event) => going && event.preventDefault(), { passive: false }),
    on(element, 'contextmenu', (event) => going && event.preventDefault()),
  ]
  return () => {
    release?.()
    for (const off of offs) off()
  }
}

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const off = on(
    window,
    'click',
    (event) => {
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true },
  )
  setTimeout(off)
}
