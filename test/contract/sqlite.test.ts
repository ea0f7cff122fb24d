import { temporaryFolder } from '../support/temporary-folder.ts'
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

const sqlite: Subject = {
  name: 'SQLite',
  fresh: async () => ({ dataDir: temporaryFolder(), databaseUrl: null }),
  shared: false,
  unguard: ['drop trigger audit_no_update', 'drop trigger audit_no_delete'],
}

updateLogContract(sqlite)
auditContract(sqlite)
auditVerifyContract(sqlite)
identityContract(sqlite)
archiveContract(sqlite)
meetingsContract(sqlite)
rechecksContract(sqlite)
alertsContract(sqlite)
dutyContract(sqlite)
noticesContract(sqlite)
patientsContract(sqlite)
