import { untrack } from 'svelte'
import { caretAfter } from './merge-text.ts'
import { TextDraft } from './text-draft.ts'

/** What a field needs in which several people write at once. */
export type SharedField = {
  /** The text as everybody has it. */
  readonly written: () => string
  /** Told what stands in the field. */
  readonly show: (text: string) => void
  /** Answers whether the text could be saved. */
  readonly save: (text: string) => boolean
  /** Told where in the text that everybody has somebody writes here; null when they have left. */
  readonly tell: (place: { readonly index: number } | null) => void
  /** Focus has gone, and all is saved. */
  readonly left: () => void
  readonly close: () => void
}

const SAVE_AFTER_MS = 400

/** Lives as long as the field: shows what arrives at once, saves what is typed after a pause. */
export function shareField(area: HTMLTextAreaElement, field: SharedField): () => void {
  const draft = new TextDraft(untrack(field.written))
  let pause: ReturnType<typeof setTimeout> | undefined
  let composing = false
  let removed = false

  const show = (caret: number) => {
    area.value = draft.text
    area.setSelectionRange(caret, caret)
    field.show(draft.text)
  }
  /** What everybody has may lack what is not saved yet. */
  const tell = () =>
    field.tell({ index: caretAfter(draft.text, field.written(), area.selectionStart) })
  const receive = () => {
    if (composing) return
    const caret = draft.receive(field.written(), area.selectionStart)
    if (draft.text !== area.value) show(caret)
  }
  const save = () => {
    clearTimeout(pause)
    receive()
    if (draft.isSaved) return true
    const saved = field.save(draft.text)
    if (saved) draft.saved()
    return saved
  }
  const type = () => {
    draft.type(area.value)
    field.show(area.value)
    tell()
    if (composing) return
    clearTimeout(pause)
    pause = setTimeout(() => save() && tell(), SAVE_AFTER_MS)
  }
  // Later, as a field that is being removed loses its focus in the middle of it.
  const leave = () => {
    if (!removed && save()) field.left()
  }
  const takeBack = () => {
    draft.takeBack()
    if (save()) field.close()
  }
  const onkeydown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      takeBack()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (save()) field.close()
    }
  }
  const on = {
    input: type,
    keydown: onkeydown as EventListener,
    keyup: tell,
    pointerup: tell,
    blur: () => queueMicrotask(leave),
    compositionstart: () => {
      clearTimeout(pause)
      composing = true
    },
    compositionend: () => {
      composing = false
      type()
      receive()
    },
  }
  for (const [name, listener] of Object.entries(on)) area.addEventListener(name, listener)
  addEventListener('pagehide', save)

  untrack(() => show(draft.text.length))
  area.focus()
  untrack(tell)
  $effect(() => {
    field.written()
    untrack(receive)
  })
  return () => {
    removed = true
    field.tell(null)
    removeEventListener('pagehide', save)
    save()
  }
}
