/** What opens over the board, each fetched when it is first asked for. */
export const dialogs = {
  help: () => import('./HelpDialog.svelte'),
  display: () => import('./DisplayDialog.svelte'),
  sessions: () => import('./SessionsDialog.svelte'),
  import: () => import('./ImportDialog.svelte'),
  duty: () => import('./DutyImport.svelte'),
  settings: () => import('./settings/SettingsPanel.svelte'),
}
