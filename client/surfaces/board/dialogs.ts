/** What opens over the board, each fetched when it is first asked for. */
export const dialogs = {
  help: () => import('./HelpDialog.svelte'),
  display: () => import('./DisplayDialog.svelte'),
  sessions: () => import('./SessionsDialog.svelte'),
  import: () => import('./ImportDialog.svelte'),
  duty: () => import('./DutyImport.svelte'),
  settings: () => import('./settings/SettingsPanel.svelte'),
}

/** What is listed beside something in the bar, as late. */
export const lists = {
  people: () => import('./PeopleHere.svelte'),
  receipts: () => import('./ReceiptRows.svelte'),
}
