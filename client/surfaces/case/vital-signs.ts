import type { z } from 'zod'
import { caseFields, type CaseFields } from '../../../shared/case.ts'
import { decimalText } from '../../i18n/format.ts'
import { m } from '../../i18n/paraglide/messages.js'

type Vitals = CaseFields['vitals']
export type VitalSign = Exclude<keyof Vitals, 'takenAt' | 'by' | 'at'>

/** In the order of reading; an example shows how each is written. */
export const VITAL_SIGNS: readonly {
  sign: VitalSign
  label: () => string
  example: string | number
}[] = [
  { sign: 'rr', label: m.vital_rr, example: '18' },
  { sign: 'spo2', label: m.vital_spo2, example: '96' },
  { sign: 'pulse', label: m.vital_pulse, example: '72' },
  { sign: 'bloodPressure', label: m.vital_blood_pressure, example: '135/80' },
  { sign: 'temperature', label: m.vital_temperature, example: 37.4 },
  { sign: 'news2', label: m.vital_news2, example: '3' },
]

export type Typed = Record<VitalSign, string>

export const vitalText = (value: string | number | null): string =>
  value === null ? '' : decimalText(value)

export const typedFrom = (vitals: Vitals | null): Typed =>
  Object.fromEntries(
    VITAL_SIGNS.map(({ sign }) => [sign, vitalText(vitals?.[sign] ?? null)]),
  ) as Typed

/** What was typed as values, or the signs that cannot be read. Empty is not measured. */
export function readVitals(
  typed: Typed,
): { ok: true; values: Pick<Vitals, VitalSign> } | { ok: false; wrong: VitalSign[] } {
  const read = VITAL_SIGNS.map(({ sign }) => {
    const text = typed[sign].trim().replace(',', '.')
    const value = text === '' ? null : sign === 'bloodPressure' ? text : Number(text)
    const schema: z.ZodType = caseFields.vitals.shape[sign]
    return { sign, value, ok: schema.safeParse(value).success }
  })
  const wrong = read.filter(({ ok }) => !ok).map(({ sign }) => sign)
  if (wrong.length > 0) return { ok: false, wrong }
  return {
    ok: true,
    values: Object.fromEntries(read.map(({ sign, value }) => [sign, value])) as Pick<
      Vitals,
      VitalSign
    >,
  }
}
