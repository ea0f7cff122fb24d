const GAP = 4

/** Where a box goes that belongs to an anchor: below it, or above where there is no room. */
export function besides(anchor: DOMRect, box: HTMLElement): { left: string; top: string } {
  const { offsetWidth: width, offsetHeight: height } = box
  const below = anchor.bottom + GAP
  const fits = below + height <= innerHeight - GAP || anchor.top < height + GAP
  const left = Math.min(anchor.left, innerWidth - width - GAP)
  const top = fits ? Math.min(below, innerHeight - height - GAP) : anchor.top - height - GAP
  return { left: `${Math.max(GAP, left)}px`, top: `${Math.max(GAP, top)}px` }
}
