import type { SettingValues } from '../../config/settings/settings-table.ts';

/**
 * For tests of faults: ends the process, as a kill does, when it comes to a named point for the n-th time.
 *
 * @param setting `NAME:COUNT`; null never does
 */
export function createFaultPoint(setting: string | null): ((name: string) => void) | undefined {
  if (setting === null) return undefined;
  const at = setting.lastIndexOf(':');
  const [point, count] = [setting.slice(0, at), Number(setting.slice(at + 1))];
  let times = 0;
  return (name) => {
    if (name !== point) return;
    times += 1;
    if (times === count) process.kill(process.pid, 'SIGKILL');
  };
}

/** The lease of effects in a fault run; null wherever the calendars are real ones. Milliseconds. */
export function faultLeaseOf({
  FAULT_LEASE_MS,
  GOOGLE_ENDPOINT,
  MICROSOFT_ENDPOINT,
}: Pick<SettingValues, 'FAULT_LEASE_MS' | 'GOOGLE_ENDPOINT' | 'MICROSOFT_ENDPOINT'>): number | null {
  return GOOGLE_ENDPOINT === null && MICROSOFT_ENDPOINT === null ? null : FAULT_LEASE_MS;
}
