import { userId, type UserId } from './ids.ts'
import type { Person } from './person.ts'

/**
 * A comment names somebody by their id, `@[karin]`: names change and two people may share one. A
 * client that knows nothing of it shows just that, which still says who.
 */
const MENTION = /@\[([\w.-]{1,64})\]/g

export const mentionOf = (id: UserId): string => `@[${id}]`

export const mentions = (text: string, id: UserId): boolean => text.includes(mentionOf(id))

/** A comment's words and, where it names somebody, whom. */
export type Piece = { readonly text: string; readonly mention: UserId | null }

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(MENTION)) {
    const id = userId.safeParse(match[1]).data
    if (id === undefined) continue
    pieces.push({ text: text.slice(from, match.index), mention: null })
    pieces.push({ text: match[0], mention: id })
    from = match.index + match[0].length
  }
  pieces.push({ text: text.slice(from), mention: null })
  return pieces.filter((piece) => piece.text !== '')
}

/** What one types to name each person: their name, with the id where several have the same. */
export function handlesOf(people: Iterable<Person>): Map<UserId, string> {
  const byName = Map.groupBy(people, ({ name }) => name)
  return new Map(
    [...byName].flatMap(([name, same]) =>
      same.map(({ id }): [UserId, string] => [id, same.length === 1 ? name : `${name} (${id})`]),
    ),
  )
}

/** A comment as it is typed, "@Karin Lindqvist", becomes one as it is kept. */
export function withMentions(typed: string, people: Iterable<Person>): string {
  const longestFirst = [...handlesOf(people)].sort(([, a], [, b]) => b.length - a.length)
  return typed.replace(/(?<![\p{L}\p{N}])@[^@]+/gu, (words) => {
    const found = longestFirst.find(([, handle]) => beginsWith(words.slice(1), handle))
    return found ? mentionOf(found[0]) + words.slice(1 + found[1].length) : words
  })
}

/** A kept comment as people read it. Whoever is not known here goes by their id. */
export const withNames = (text: string, people: ReadonlyMap<UserId, Person>): string =>
  piecesOf(text)
    .map(({ text, mention }) => (mention === null ? text : nameIn(mention, people)))
    .join('')

export const nameIn = (id: UserId, people: ReadonlyMap<UserId, Person>): string =>
  `@${people.get(id)?.name ?? id}`

/** Whether words begin with a name that does not go on. */
const beginsWith = (words: string, handle: string) =>
  words.startsWith(handle) && !/^[\p{L}\p{N}]/u.test(words.slice(handle.length))
