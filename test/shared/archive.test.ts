import { expect, test } from 'vitest'
import { foldedWords } from '../../shared/archive.ts'

test.each([
  ['Åsa-Britt Édouard', ['åsa', 'britt', 'edouard']],
  ['A\u030Asa', ['åsa']],
  ['BJØRN Ærlig', ['björn', 'ärlig']],
  ['Zoë Müller', ['zoe', 'muller']],
  ['H-07 1935', ['h', '07', '1935']],
  ['100 % _ \\', ['100']],
  ['', []],
])('[E4] “%s” is found as %j', (text, words) => {
  expect(foldedWords(text)).toEqual(words)
})
