/** Which of some words to offer: those that go on from what is typed, and are not there already. */
export function suggestionsFor(
  words: readonly string[],
  typed: string,
  present: readonly string[],
): string[] {
  const [wanted, taken] = [folded(typed), new Set(present.map(folded))]
  return [...new Set(words)].filter((word) => {
    const one = folded(word)
    return one.includes(wanted) && one !== wanted && !taken.has(one)
  })
}

const folded = (text: string) => text.trim().toLocaleLowerCase('sv')
