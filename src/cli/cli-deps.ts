/** A place to write text. `write` resolves when more may be written, so that a slow reader slows the command. */
export interface TextOutput {
  readonly write: (text: string) => Promise<void>;
  readonly isTTY: boolean;
  /** Width of the terminal in cells; 80 where there is none. */
  readonly columns: number;
  readonly colors: boolean;
}

/** A file that was opened. */
export interface InputFile {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly sizeBytes: number;
}

/** Everything a command touches outside itself. Only `main.ts` makes one of the process. */
export interface CliDeps {
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  /** Rejects with the system's own error (`ENOENT`, `EISDIR`, `EACCES`); reading may do so too. */
  readonly openFile: (path: string) => Promise<InputFile>;
  /** Replaces the file. Rejects with the system's own error. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** Settings by name, as the environment states them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Shows how far reading is; does nothing where nobody watches. */
  readonly startProgress: (name: string, totalBytes: number) => Progress;
  /** Resolves when the person asks the process to end, which then is up to the command. */
  readonly untilInterrupted: () => Promise<void>;
}

export interface Progress {
  readonly update: (bytesSoFar: number) => void;
  readonly stop: () => void;
}

export const noProgress: Progress = { update: () => {}, stop: () => {} };

/** Exit status of every command. */
export const exitStatus = {
  /** Everything was read and answered. */
  ok: 0,
  /** Our own fault: something that must not happen did. */
  ourFault: 1,
  /** Something was refused and said on standard error; everything else was answered. */
  refused: 2,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
