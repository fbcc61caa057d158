import { quoted } from './fairness-entries.ts';
import type { OptionValue } from './option-values.ts';

const mostMinutes = 1440;

/**
 * A length of time on the command line: `30m`, `1h`, `1h30m`, `90` (minutes) or `PT1H30M`.
 *
 * @returns whole minutes, from `least` to 1440
 */
export function parseDuration(option: string, text: string, least = 1): OptionValue<number> {
  const minutes = minutesOf(text.trim().toLowerCase());
  if (minutes !== null && minutes >= least && minutes <= mostMinutes) return { ok: true, value: minutes };
  return {
    ok: false,
    problem: {
      place: option,
      what: `${quoted(text)} is not a length from ${least} to ${mostMinutes} whole minutes`,
      remedy: 'give for example 30m, 1h, 1h30m or 90',
    },
  };
}

function minutesOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const [, hours, minutes] = /^(?:pt)?(?:(\d{1,2})h)?(?:(\d{1,4})(?:m|min))?$/.exec(text) ?? [];
  if (hours === undefined && minutes === undefined) return null;
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

/** An option that counts something. */
export function parseCount(option: string, text: string, least: number, most: number): OptionValue<number> {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return { ok: true, value };
  return {
    ok: false,
    problem: {
      place: option,
      what: `${quoted(text)} is not a whole number from ${least} to ${most}`,
      remedy: `give one, for example ${option} ${Math.min(most, Math.max(least, 5))}`,
    },
  };
}
