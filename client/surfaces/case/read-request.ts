import { caseFields } from '../../../shared/case.ts'
import type { CreateCase } from '../../../shared/commands/create-case.ts'
import { newCaseId, type UserId } from '../../../shared/ids.ts'
import { m } from '../../i18n/paraglide/messages.js'
import type { RequestDraft } from '../../state/request-draft.svelte.ts'

export type RequestErrors = Partial<Record<'label' | 'birthYear' | 'reason' | 'priority', string>>
type Read = { ok: true; command: CreateCase } | { ok: false; errors: RequestErrors }

/** The care request that a draft makes, or what is still missing, field by field. */
export function readRequest(draft: RequestDraft, nurse: UserId | null): Read {
  const label = draft.label.trim()
  const reason = draft.reason.trim()
  const birthYear = draft.birthYear.trim() === '' ? null : Number(draft.birthYear)
  const isYear = caseFields.patient.shape.birthYear.safeParse(birthYear).success
  const { priority } = draft
  if (label === '' || reason === '' || priority === null || !isYear) {
    const errors: RequestErrors = {
      ...(label === '' && { label: m.case_label_missing() }),
      ...(!isYear && { birthYear: m.case_birth_year_invalid() }),
      ...(reason === '' && { reason: m.request_reason_missing() }),
      ...(priority === null && { priority: m.request_priority_missing() }),
    }
    return { ok: false, errors }
  }
  return {
    ok: true,
    command: {
      id: newCaseId(),
      patient: {
        ref: draft.chosen?.id ?? null,
        label,
        birthYear,
        area: draft.area.trim(),
        protected: draft.protected,
      },
      reason,
      priority,
      request: {
        since: draft.since.trim(),
        wanted: draft.wanted.trim(),
        meets: draft.meets.trim(),
        healthCentre: draft.healthCentre.trim(),
      },
      mission: draft.mission,
      nurse,
      sbar: draft.sbar,
    },
  }
}
