import { failureWords } from '../../../i18n/failure-words.ts'
import { m } from '../../../i18n/paraglide/messages.js'
import type { PatientSearch } from '../../../state/patient-search.svelte.ts'

/** What came of a search, in words; empty while there is nothing to say. */
export function searchText({ failure, answered, hits, more }: PatientSearch): string {
  if (failure === 'unreachable') return m.register_offline()
  if (failure === 'forbidden') return ''
  if (failure !== null) return failureWords[failure]()
  if (!answered) return ''
  if (hits.length === 0) return m.register_none()
  return more ? m.register_more() : m.register_found({ count: hits.length })
}
