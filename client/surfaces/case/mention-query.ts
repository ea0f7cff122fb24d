import { handlesOf } from '../../../shared/mentions.ts'
import type { Person } from '../../../shared/person.ts'

/** What is typed of a name, and where its "@" stands. */
export type MentionQuery = { readonly from: number; readonly words: string }

/** The name that somebody is in the middle of typing; null when they are not. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const match = /(?<![\p{L}\p{N}])@([^@\n]{0,80})$/u.exec(text.slice(0, caret))
  return match && { from: match.index, words: match[1] ?? '' }
}

/** Whom the words may mean, and how each is named in full; nobody once a name is whole. */
export function peopleFor(words: string, people: readonly Person[]): [Person, string][] {
  const wanted = folded(words)
  const handles = handlesOf(people)
  const named = people.map((person): [Person, string] => [person, handles.get(person.id) ?? ''])
  if (named.some(([, handle]) => folded(handle) === wanted)) return []
  return named
    .filter(([person, handle]) => {
      const name = folded(handle)
      const isBegun = name.startsWith(wanted) || name.includes(` ${wanted}`)
      return isBegun || folded(person.initials) === wanted
    })
    .sort(([, a], [, b]) => a.localeCompare(b, 'sv'))
}

const folded = (text: string) => text.toLocaleLowerCase('sv')
