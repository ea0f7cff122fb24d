import { describe, expect, test } from 'vitest'
import { documentCase } from '../../../shared/commands/document-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, asSara, boardWith, fieldIn, karin, sara } from '../support/board.ts'

const region = { case: anna, record: 'region', documented: true } as const
const municipality = { case: anna, record: 'municipality', documented: true } as const

describe('documentCase', () => {
  test('[P2] the doctor ticks the region’s record and the nurse the municipality’s', () => {
    const doc = boardWith(anna)
    expect(documentCase(doc, region, asSara(3_000))).toEqual(done)
    expect(documentCase(doc, municipality, asKarin(4_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'documentedRegion')).toEqual({ by: sara, at: 3_000 })
    expect(fieldIn(doc, anna, 'documentedMunicipality')).toEqual({ by: karin, at: 4_000 })
  })

  test('[P2] nobody ticks the other’s record', () => {
    const doc = boardWith(anna)
    expect(documentCase(doc, region, asKarin())).toEqual(refused('not-allowed'))
    expect(documentCase(doc, municipality, asSara())).toEqual(refused('not-allowed'))
    const manager = { ...asSara(), role: 'manager' } as const
    expect(documentCase(doc, region, manager)).toEqual(refused('not-allowed'))
  })

  test('[B6] a tick can be taken back, and is set once', () => {
    const doc = boardWith(anna)
    documentCase(doc, region, asSara(3_000))
    expect(documentCase(doc, region, asSara(4_000))).toEqual(refused('nothing-changed'))
    expect(documentCase(doc, { ...region, documented: false }, asSara(5_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'documentedRegion')).toEqual({ by: null, at: 5_000 })
  })

  test('[B8] records are often written after the case has ended', () => {
    const doc = boardWith(anna)
    voidCase(doc, { case: anna, reason: 'Dubblett' }, asKarin())
    expect(documentCase(doc, municipality, asKarin())).toEqual(done)
  })
})
