/** What opens beside or over a surface, fetched when it is first wanted. */
export const casePanel = () => import('./CasePanel.svelte')
export const newRequest = () => import('./NewRequest.svelte')
