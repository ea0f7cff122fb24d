const FIELDS = 'input, textarea, [contenteditable="true"]'

/** Does something that takes focus away, but not from under somebody's hands. */
export function whenNobodyTypes(task: () => void): void {
  if (!document.activeElement?.matches(FIELDS)) return task()
  const again = () => queueMicrotask(() => whenNobodyTypes(task)) // focus may go to the next field
  document.addEventListener('focusout', again, { once: true })
}
