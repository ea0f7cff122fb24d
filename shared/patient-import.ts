/** The columns of a file of patients, by their Swedish and English names. */
export const IMPORT_COLUMNS = {
  number: ['personnummer', 'number'],
  givenName: ['förnamn', 'given name'],
  familyName: ['efternamn', 'family name'],
  birthDate: ['födelsedatum', 'birth date'],
  street: ['adress', 'address'],
  area: ['område', 'area'],
  phone: ['telefon', 'phone'],
  healthCentre: ['vårdcentral', 'health centre'],
  provider: ['vårdgivare', 'provider'],
  protected: ['skyddad', 'protected'],
  relativeName: ['närstående', 'relative'],
  relativeRelation: ['relation', 'relation'],
  relativePhone: ['närståendes telefon', 'relative phone'],
  doorCode: ['portkod', 'door code'],
  note: ['övrigt', 'note'],
  from: ['från', 'from'],
  until: ['till', 'until'],
} as const satisfies Record<string, readonly [string, string]>
export type ImportColumn = keyof typeof IMPORT_COLUMNS
export const IMPORT_REQUIRED: readonly ImportColumn[] = ['givenName', 'familyName']
