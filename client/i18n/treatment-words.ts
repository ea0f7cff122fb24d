import { m } from './paraglide/messages.js'

/** What is often done at home; a board can have a list of its own instead. */
export const treatmentWords = (): string[] => [
  m.treatment_iv_antibiotics(),
  m.treatment_iv_furosemide(),
  m.treatment_drip(),
  m.treatment_blood_transfusion(),
  m.treatment_oxygen(),
  m.treatment_subcutaneous_pump(),
  m.treatment_catheter_change(),
  m.treatment_wound_revision(),
  m.treatment_blood_tests(),
  m.treatment_ecg(),
  m.treatment_medication_review(),
]
