/** One line of the doctor. */
export interface Finding {
  readonly check: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly what: string;
  /** What to do; null where nothing has to be done. */
  readonly remedy: string | null;
}

export const fine = (check: string, what: string): Finding => ({ check, status: 'ok', what, remedy: null });
export const doubtful = (check: string, what: string, remedy: string): Finding => ({
  check,
  status: 'warn',
  what,
  remedy,
});
export const broken = (check: string, what: string, remedy: string): Finding => ({
  check,
  status: 'fail',
  what,
  remedy,
});

export function durationText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 2) return `${Math.round(ms / 1000)} s`;
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}
