/** Why the server cannot start, in one line for the terminal: which part, what it was, what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}
