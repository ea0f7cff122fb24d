import { describe, expect, test } from 'vitest'
import { maskIdentityNumber, parseIdentityNumber } from '../../shared/identity-number.ts'
import fc from '../support/fast-check.ts'

const today = '2026-03-10'
const parse = (input: string) => parseIdentityNumber(input, today)

describe('parseIdentityNumber', () => {
  test.each([
    ['193503122388', '193503122388'],
    ['19350312-2388', '193503122388'],
    ['350312-2388', '193503122388'],
    ['3503122388', '193503122388'],
    [' 350312 2388 ', '193503122388'],
    ['811228-9874', '198112289874'],
    ['640823-3234', '196408233234'],
    ['640823+3234', '186408233234'],
  ])('[N1] %s is the personal identity number %s', (written, number) => {
    const birthDate = `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`
    expect(parse(written)).toEqual({ kind: 'personal', number, birthDate, doubt: null })
  })

  test.each([
    ['701063-2391', '197010632391', '1970-10-03'],
    ['193503722385', '193503722385', '1935-03-12'],
  ])(
    '[N1] %s is a coordination number: its day is sixty too high',
    (written, number, birthDate) => {
      expect(parse(written)).toEqual({ kind: 'coordination', number, birthDate, doubt: null })
    },
  )

  test.each([
    ['260309-2384', '2026'],
    ['260311-2380', '1926'],
    ['260311+2380', '1926'],
    ['250311+2381', '1925'],
    ['250311-2381', '2025'],
  ])('[N1] ten digits mean the latest birthday that can be: %s is born in %s', (written, year) => {
    expect(parse(written)?.birthDate?.slice(0, 4)).toBe(year)
  })

  test.each([
    ['193503122389', '193503122389', 'checksum'],
    ['350321-2388', '193503212388', 'checksum'],
    ['19350230-2387', '193502302387', 'date'],
    ['19351312-2386', '193513122386', 'date'],
    ['203503122388', '203503122388', 'date'],
    ['193503002382', '193503002382', 'date'],
    ['19350312-TF12', '19350312-TF12', null],
    ['1935-k 4', '1935-K4', null],
  ])('[N1] %s is taken as the reserve number %s, with a warning (%s)', (written, number, doubt) => {
    expect(parse(written)).toEqual({ kind: 'reserve', number, birthDate: null, doubt })
  })

  test('[N1] nothing written is no number', () => {
    expect(parse('  ')).toBeNull()
  })

  const digits = fc.integer({ min: 0, max: 9 })
  const bornBefore2026 = fc.date({
    min: new Date('1900-01-01T00:00Z'),
    max: new Date('2025-12-31T00:00Z'),
    noInvalidDate: true,
  })

  test('[N1] each date and serial has exactly one checksum, and a changed digit breaks it', () =>
    fc.assert(
      fc.property(
        bornBefore2026,
        fc.integer({ min: 0, max: 999 }),
        fc.boolean(),
        fc.integer({ min: 8, max: 11 }),
        digits,
        (born, serial, isCoordination, position, digit) => {
          const date = born.toISOString().slice(0, 10).replaceAll('-', '')
          const coded = isCoordination ? `${date.slice(0, 6)}${Number(date.slice(6)) + 60}` : date
          const start = coded + String(serial).padStart(3, '0')
          const all = Array.from({ length: 10 }, (_, check) => `${start}${check}`)
          const valid = all.filter((number) => parse(number)?.kind !== 'reserve')
          expect(valid).toHaveLength(1)
          const [number = ''] = valid
          const mistyped = number.slice(0, position) + digit + number.slice(position + 1)
          expect(parse(mistyped)?.doubt ?? null).toBe(mistyped === number ? null : 'checksum')
        },
      ),
    ))

  test('[N1] whatever somebody writes is understood somehow', () =>
    fc.assert(
      fc.property(fc.string({ size: 'max', maxLength: 40 }), (written) => {
        const parsed = parse(written)
        expect(parsed === null).toBe(written.trim() === '')
      }),
    ))
})

describe('maskIdentityNumber', () => {
  test.each([
    ['19350312-2388', '19350312-••••'],
    ['193503722385', '19350372-••••'],
    ['19350312-TF12', '19350312-••••'],
    ['NK12', '••••'],
  ])('[N2] %s is shown as %s', (written, masked) => {
    const parsed = parse(written)
    expect(parsed && maskIdentityNumber(parsed)).toBe(masked)
  })
})
