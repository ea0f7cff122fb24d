/** Why the day cannot be played, in words for the person at the terminal. */
export class DayFailure extends Error {
  override readonly name = 'DayFailure'
}
