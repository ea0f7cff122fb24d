import { caretAfter, mergeTexts } from './merge-text.ts'

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

  constructor(text: string) {
    this.#base = this.#without = this.#text = text
  }

  get text(): string {
    return this.#text
  }

  get isSaved(): boolean {
    return this.#text === this.#base
  }

  type(text: string): void {
    this.#text = text
  }

  /** The draft now stands in the document. */
  saved(): void {
    this.#base = this.#text
  }

  /** Takes in the document's text; answers where the caret goes. */
  receive(theirs: string, caret: number): number {
    const before = this.#text
    this.#without = mergeTexts(this.#base, this.#without, theirs)
    this.#text = mergeTexts(this.#base, this.#text, theirs)
    this.#base = theirs
    return caretAfter(before, this.#text, caret)
  }

  /** Drops what was typed here and keeps what others wrote. */
  takeBack(): void {
    this.#text = this.#without
  }
}
