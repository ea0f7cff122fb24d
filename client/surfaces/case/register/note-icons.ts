import type { NoteKind } from '../../../../shared/patient.ts'
import type { IconName } from '../../../ui/icons.ts'

export const noteIcons: Readonly<Record<NoteKind, IconName>> = {
  'door-code': 'keyboard',
  key: 'key',
  dog: 'dog',
  infection: 'alert',
  stairs: 'stairs',
  coverage: 'signal',
  other: 'info',
}
