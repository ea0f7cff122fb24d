/** Reports an element's height, now and whenever it changes. */
export const followHeight = (tell: (height: number) => void) => (element: HTMLElement) => {
  const observer = new ResizeObserver(() => tell(element.offsetHeight))
  observer.observe(element)
  return () => observer.disconnect()
}
