/** Marks in a text where the browser counts pages; nobody types them. */
export const PAGE = '\u0001'
export const PAGES = '\u0002'

/**
 * Prints a text at the foot of every page, left, and one with page numbers, right, for as long as
 * an element is there: only a style sheet knows which page it is on.
 */
export const pageFoot = (left: string, right: string) => () => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page {
    size: A4;
    margin: 14mm 12mm 16mm;
    @bottom-left { font: 9pt sans-serif; content: ${quoted(left)}; }
    @bottom-right { font: 9pt sans-serif; content: ${counted(right)}; }
  }`)
  document.adoptedStyleSheets.push(sheet)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}

const counted = (text: string): string =>
  quoted(text).replace(PAGE, '" counter(page) "').replace(PAGES, '" counter(pages) "')

const quoted = (text: string): string => `"${text.replace(/["\\\n]/g, ' ')}"`
