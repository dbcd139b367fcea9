/** What a command may use of the terminal. `out` is for the result, `err` for progress; both end the line themselves. */
export type Io = {
  stdin(): Promise<string>;
  out(text: string): void;
  err(text: string): void;
  /** Whether exactly one JSON document is wanted on `out`. */
  json?: boolean;
};

/** A command. `run` answers the exit code: 0 right, 1 not, 2 wrong usage; it may throw a Refusal or a UsageError instead. */
export type Verb = {
  summary: string;
  usage: string;
  run(args: string[], io: Io): Promise<number>;
};

/** The command was typed wrongly; the message is one sentence. parseArgs throws its own, with codes of the same beginning. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'ERR_PARSE_ARGS_USAGE';
}
