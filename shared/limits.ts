/** Every size limit of the domain: read by schemas, forms, commands and the server alike. */
export const LABEL_MAX = 60
export const AREA_MAX = 24
export const REASON_MAX = 200
export const SHORT_TEXT_MAX = 200
export const NOTE_MAX = 1_000
export const SBAR_MAX = 4_000
export const COMMENT_MAX = 2_000
export const TASK_MAX = 120
export const TASKS_PER_CASE = 40
export const COMMENTS_PER_CASE = 500
export const CREW_MAX = 6
/** A given or family name in the register, and whatever is searched for. */
export const NAME_MAX = 80
export const NUMBER_MAX = 24
export const PHONE_MAX = 40
export const RELATIVES_MAX = 6
export const PATIENT_NOTES_MAX = 12
/** A CSV file of patients: bytes as the request carries it, and rows. */
export const IMPORT_BYTES_MAX = 1024 * 1024
export const IMPORT_ROWS_MAX = 2_000
/** Whom to call outside the team's hours, at most. */
export const CALLEES_MAX = 6
/** Entries of a board's own list of reasons or treatments. */
export const SUGGESTIONS_MAX = 100
export const RANK_MAX = 120
/** Cases in one board's document, closed ones among them; the team's day has 14–22. */
export const CASES_PER_BOARD = 2_000

/** A board's document in bytes; a busy team's year is a tenth of it. */
export const BOARD_BYTES_MAX = 16 * 1024 * 1024

/** Past this a board begins a new epoch, if that at least halves its document. */
export const EPOCH_BYTES_MAX = BOARD_BYTES_MAX / 2

/** Document frames, in bytes. */
export const FRAME_MAX_BEFORE_SYNC = 64 * 1024
export const FRAME_MAX = 1024 * 1024
/** What one update may newly write or take away; a new case has fifteen such parts. */
export const UPDATE_PARTS_MAX = 1_500
/** Pieces of one text, removed ones too: each new one may be compared with all of them. */
export const TEXT_PIECES_MAX = 4_000
/** A socket whose unsent bytes pass this is closed with 1013. */
export const SEND_BUFFER_MAX = 8 * 1024 * 1024
