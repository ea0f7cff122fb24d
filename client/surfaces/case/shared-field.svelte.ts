import { untrack } from 'svelte'
import { caretAfter, type Delta } from './merge-text.ts'
import { TextDraft } from './text-draft.ts'

/** What a field needs in which several people write at once. */
export type SharedField = {
  /** The text as everybody has it. */
  readonly written: () => string
  /** Calls back with what becomes of that text; returns how to stop. */
  readonly observe: (listener: (delta: Delta) => void) => () => void
  /** Told what stands in the field. */
  readonly show: (text: string) => void
  /** Answers whether the text could be saved; the caret is behind what was typed last. */
  readonly save: (text: string, caret: number) => boolean
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
  let saving = false
  let removed = false
  /** What others did that the field does not show yet. */
  const unheard: Delta[] = []

  const show = (start = draft.text.length, end = start) => {
    area.value = draft.text
    area.setSelectionRange(start, end)
    field.show(draft.text)
  }
  /** What everybody has may lack what is not saved yet. */
  const tell = () =>
    field.tell({ index: caretAfter(draft.text, field.written(), area.selectionStart) })
  /** Not while letters are being composed: that would end it. */
  const receive = () => {
    if (composing || unheard.length === 0) return
    let { selectionStart: start, selectionEnd: end } = area
    for (const delta of unheard.splice(0)) {
      const places = draft.receive(delta)
      start = places[start] ?? 0
      end = places[end] ?? 0
    }
    show(start, end)
  }
  const hear = (delta: Delta) => {
    if (saving) return
    unheard.push(delta)
    receive()
  }
  const save = () => {
    clearTimeout(pause)
    composing = false
    receive()
    if (draft.isSaved) return true
    saving = true
    const saved = field.save(draft.text, draft.caret)
    saving = false
    if (saved) draft.saved()
    return saved
  }
  const type = () => {
    draft.type(area.value, area.selectionStart)
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

  const stop = field.observe(hear)
  untrack(show)
  area.focus()
  untrack(tell)
  return () => {
    removed = true
    stop()
    field.tell(null)
    removeEventListener('pagehide', save)
    save()
  }
}
