import { describe, inject } from 'vitest'
import { temporaryPostgres } from '../support/temporary-postgres.ts'
import { alertsContract } from './alerts.contract.ts'
import { archiveContract } from './archive.contract.ts'
import { auditContract } from './audit.contract.ts'
import { auditVerifyContract } from './audit-verify.contract.ts'
import { dutyContract } from './duty.contract.ts'
import { identityContract } from './identity.contract.ts'
import { meetingsContract } from './meetings.contract.ts'
import { noticesContract } from './notices.contract.ts'
import { rechecksContract } from './rechecks.contract.ts'
import { patientsContract } from './patients.contract.ts'
import type { Subject } from './subject.ts'
import { updateLogContract } from './update-log.contract.ts'

const server = inject('postgresUrl')

describe.runIf(server !== null)('with a PostgreSQL', () => {
  const postgres: Subject = {
    name: 'PostgreSQL',
    fresh: async () => ({ dataDir: '', databaseUrl: await temporaryPostgres(server ?? '') }),
    shared: true,
    unguard: ['drop trigger audit_append_only on audit'],
  }
  updateLogContract(postgres)
  auditContract(postgres)
  auditVerifyContract(postgres)
  identityContract(postgres)
  archiveContract(postgres)
  meetingsContract(postgres)
  rechecksContract(postgres)
  alertsContract(postgres)
  dutyContract(postgres)
  noticesContract(postgres)
  patientsContract(postgres)
})
