/** A Swedish identity number as it was understood; whatever cannot be is a reserve number. */
export type IdentityNumber = {
  readonly kind: 'personal' | 'coordination' | 'reserve'
  /** Twelve digits, or a reserve number as it was written: regions have forms of their own. */
  readonly number: string
  /** ISO date; null for a reserve number. */
  readonly birthDate: string | null
  /** Why it looks mistyped. A warning: nobody without a proper number is turned away. */
  readonly doubt: 'checksum' | 'date' | null
}

const WRITTEN = /^(\d\d)?(\d\d)(\d\d)(\d\d)([-+]?)(\d{4})$/

/**
 * Reads twelve or ten digits, with or without `-` or `+`; null for nothing at all.
 * @param today ISO date: tells which century ten digits mean
 */
export function parseIdentityNumber(input: string, today: string): IdentityNumber | null {
  const written = input.replaceAll(/\s/g, '').toUpperCase()
  if (written === '') return null
  const [matched, century, yy = '', month = '', coded = '', sign, serial = ''] =
    WRITTEN.exec(written) ?? []
  if (matched === undefined) return reserve(written, null)

  const isCoordination = Number(coded) > 60
  const day = isCoordination ? String(Number(coded) - 60).padStart(2, '0') : coded
  const monthDay = `-${month}-${day}`
  const year = century === undefined ? yearOf(yy, monthDay, sign, today) : century + yy
  const number = year + month + coded + serial
  const birthDate = year + monthDay
  if (!isDate(birthDate) || birthDate > today) return reserve(number, 'date')
  if (!hasLuhnChecksum(number.slice(2))) return reserve(number, 'checksum')
  return { kind: isCoordination ? 'coordination' : 'personal', number, birthDate, doubt: null }
}

/** Birth date first and the rest hidden: `19350312-••••`. */
export function maskIdentityNumber({ kind, number }: IdentityNumber): string {
  return `${number.slice(0, -4)}${kind === 'reserve' ? '' : '-'}••••`
}

/** A whole number as people write it: `19350312-2388`, a reserve number as it was written. */
export const writtenNumber = (number: string): string => number.replace(/^(\d{8})(\d{4})$/, '$1-$2')

const reserve = (number: string, doubt: IdentityNumber['doubt']): IdentityNumber => ({
  kind: 'reserve',
  number,
  birthDate: null,
  doubt,
})

/** The latest such birthday, or, after a `+`, one whose hundredth birthday is this year or past. */
function yearOf(yy: string, monthDay: string, sign: string | undefined, today: string): string {
  const latest = sign === '+' ? `${Number(today.slice(0, 4)) - 100}-12-31` : today
  const century = latest.slice(0, 2)
  const isPast = century + yy + monthDay <= latest
  return (isPast ? century : String(Number(century) - 1)) + yy
}

function isDate(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
}

/** Luhn's checksum, from the left: every other digit, the first among them, counts double. */
function hasLuhnChecksum(tenDigits: string): boolean {
  const sum = [...tenDigits].reduce((total, digit, i) => {
    const weighed = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
