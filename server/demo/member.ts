/** The demo team's accounts, as its stories name them. */
export type Member = 'karin' | 'amina' | 'sara' | 'jonas' | 'maria'
