/** The columns of a file of shifts, by their Swedish and English names. */
export const DUTY_COLUMNS = {
  day: ['datum', 'date'],
  person: ['namn', 'name'],
  from: ['från', 'from'],
  to: ['till', 'to'],
  phone: ['telefon', 'phone'],
} as const satisfies Record<string, readonly [string, string]>
export type DutyColumn = keyof typeof DUTY_COLUMNS
export const DUTY_REQUIRED: readonly DutyColumn[] = ['day', 'person', 'from', 'to']

/** How far ahead a calendar is read: one that repeats has no end. */
export const DUTY_DAYS_AHEAD = 92
