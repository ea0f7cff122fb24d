import { expect, test } from 'vitest'
import { Drafts } from '../../../client/state/drafts.svelte.ts'
import { anna, berit } from '../../shared/support/board.ts'

test('[U10] words wait for the case and the field that they were written for', () => {
  const drafts = new Drafts()
  expect(drafts.isEmpty).toBe(true)
  drafts.of(anna, 'comment').text = 'Dottern ringde'
  expect(drafts.of(anna, 'comment').text).toBe('Dottern ringde')
  expect(drafts.of(anna, 'task').text).toBe('')
  expect(drafts.of(berit, 'comment').text).toBe('')
  expect(drafts.isEmpty).toBe(false)
  drafts.of(anna, 'comment').text = ''
  expect(drafts.isEmpty).toBe(true)
})

test('[U13] a care request is among what is not sent', () => {
  const drafts = new Drafts()
  drafts.request.reason = 'Feber'
  expect(drafts.isEmpty).toBe(false)
  drafts.request.clear()
  expect(drafts.isEmpty).toBe(true)
})
