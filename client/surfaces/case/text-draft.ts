import { mergeTexts, type Delta } from './merge-text.ts'

/**
 * A text that is being typed here while others may type in it too. What arrives is brought into
 * the draft, so that saving the draft adds this writer's words and removes nobody else's.
 */
export class TextDraft {
  /** The document's text that the draft already holds. */
  #base: string
  /** What the text would be without anything typed here. */
  #without: string
  #text: string
  /** Behind what was typed here last. */
  #caret: number

  constructor(text: string) {
    this.#base = this.#without = this.#text = text
    this.#caret = text.length
  }

  get text(): string {
    return this.#text
  }

  get isSaved(): boolean {
    return this.#text === this.#base
  }

  get caret(): number {
    return this.#caret
  }

  type(text: string, caret: number): void {
    this.#text = text
    this.#caret = caret
  }

  /** The draft now stands in the document. */
  saved(): void {
    this.#base = this.#text
  }

  /** Takes in what others did to the document's text; answers where each place of the draft is now. */
  receive(theirs: Delta): readonly number[] {
    const { text, places } = mergeTexts(this.#base, this.#text, theirs, this.#caret)
    this.#without = mergeTexts(this.#base, this.#without, theirs).text
    this.#base = mergeTexts(this.#base, this.#base, theirs).text
    this.#text = text
    this.#caret = places[this.#caret] ?? text.length
    return places
  }

  /** Drops what was typed here and keeps what others wrote. */
  takeBack(): void {
    this.#text = this.#without
    this.#caret = this.#text.length
  }
}
