/** What of the inbox is fetched when it is first wanted: in one file, so that the first screen has none of it. */
export { default as InboxPanel } from './InboxPanel.svelte'
export { noticeSettings } from '../../state/notice-settings.ts'
