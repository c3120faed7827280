/** Where a command reads its settings and writes its lines; a test hands in its own. */
export type Terminal = {
  readonly environment: NodeJS.ProcessEnv
  /** Paths that the user types are relative to this folder. */
  readonly folder: string
  readonly write: (line: string) => void
  readonly writeError: (line: string) => void
}

/** Ends a command with exit code 1 and a message that says what to do; anything else that is thrown is a bug and shows its stack. */
export class CommandFailure extends Error {
  override name = 'CommandFailure'
}

/** Ends a command with the exit code of the program that it ran, which has said why itself. */
export class EndedWith extends Error {
  override name = 'EndedWith'
  readonly exitCode: number
  constructor(exitCode: number) {
    super(`ended with ${exitCode}`)
    this.exitCode = exitCode
  }
}
