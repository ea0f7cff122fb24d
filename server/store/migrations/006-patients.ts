import { sql, type Kysely } from 'kysely'

/** The patient register, and to which boards its patients are enrolled. */
export async function patients(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('patients')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'text')
    .addColumn('number_kind', 'text')
    .addColumn('given_name', 'text', (column) => column.notNull())
    .addColumn('family_name', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('birth_date', 'text')
    .addColumn('street', 'text', (column) => column.notNull())
    .addColumn('area', 'text', (column) => column.notNull())
    .addColumn('phone', 'text', (column) => column.notNull())
    .addColumn('relatives', 'text', (column) => column.notNull())
    .addColumn('notes', 'text', (column) => column.notNull())
    .addColumn('health_centre', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('protected', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('patients_birth_date').on('patients').column('birth_date').execute()
  // Reserve numbers differ by region: two people may have the same one.
  await schema
    .createIndex('patients_number')
    .on('patients')
    .column('number')
    .unique()
    .where(sql.ref('number_kind'), 'in', [sql.lit('personal'), sql.lit('coordination')])
    .execute()

  await schema
    .createTable('enrolments')
    .addColumn('patient', 'text', (column) => column.notNull().references('patients.id'))
    .addColumn('board', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('until_day', 'text')
    .addPrimaryKeyConstraint('enrolments_pk', ['patient', 'board'])
    .execute()
  await schema.createIndex('enrolments_board').on('enrolments').column('board').execute()
}
