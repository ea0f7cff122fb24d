/**
 * A name as a search compares it: lower case, and without what is often written otherwise. Å, ä and
 * ö are letters of their own; accents are not, and w sounds as v.
 */
export function fold(text: string): string {
  const letters = [...text.normalize('NFC').toLocaleLowerCase('sv')].map(plainLetter)
  return letters
    .join('')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const SAME: Readonly<Record<string, string>> = { æ: 'ä', ø: 'ö', ü: 'y', w: 'v', ß: 'ss' }

function plainLetter(letter: string): string {
  if ('åäö'.includes(letter)) return letter
  return SAME[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
}
