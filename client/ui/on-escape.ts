/** Escape within an element gives up what is open there, and nothing around it. */
export const onEscape = (giveUp: () => void) => (element: HTMLElement) => {
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    giveUp()
  }
  element.addEventListener('keydown', press)
  return () => element.removeEventListener('keydown', press)
}
