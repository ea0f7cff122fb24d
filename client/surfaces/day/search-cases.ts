import type { Case } from '../../../shared/case.ts'
import { caseTitle } from '../../ui/card-text.ts'

const SHOWN = 12

/** Cases whose name or code holds the words: open ones first. Nothing is found by nothing. */
export function searchCases(cases: readonly Case[], words: string): Case[] {
  const wanted = fold(words)
  if (wanted === '') return []
  const found = cases.filter((one) =>
    fold(`${caseTitle(one)} ${one.meta?.code ?? ''}`).includes(wanted),
  )
  const byOpen = (a: Case, b: Case) => Number(a.closed.how !== null) - Number(b.closed.how !== null)
  return found.sort(byOpen).slice(0, SHOWN)
}

const fold = (text: string) => text.trim().toLocaleLowerCase('sv')
