import { pino } from 'pino';
import type { Log, LogFields } from '../../app/ports/surroundings.ts';
import { displayText } from '../../front/plain-text.ts';
import { createPalette } from '../view/palette.ts';
import type { Redaction } from './redaction.ts';

export interface LogOptions {
  readonly level: 'info' | 'warn' | 'error' | 'silent';
  readonly write: (line: string) => void;
  /** Lines for a person at a terminal; else JSON, one object a line. */
  readonly readable: boolean;
  readonly colors: boolean;
  readonly nowMs: () => number;
  readonly redact: Redaction;
}

const longestField = 500;

/**
 * What providers and errors say may name somebody, and a log cannot forget anybody. Bounded, so it takes linear time; a
 * version of a package (`express@5.1.0`) is no address.
 */
const mailAddress = /[\p{L}\p{N}._+'-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}/gu;

/**
 * A log that no secret passes and no address of a person: every line is looked through as a whole, messages of errors
 * included.
 */
export function createLog({ level, write, readable, colors, nowMs, redact }: LogOptions): Log {
  const clean = (line: string) => redact(line).replace(mailAddress, '[address]');
  const stream = { write: (line: string) => write(clean(readable ? readableLine(line, colors) : line)) };
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(nowMs()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return {
    info: (event, fields) => logger.info(plain(fields), event),
    warn: (event, fields) => logger.warn(plain(fields), event),
    error: (event, fields) => logger.error(plain(fields), event),
  };
}

/** Errors become their message and, because only a fault of ours brings one, where it happened. */
function plain(fields: LogFields = {}): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]) => {
    if (!(value instanceof Error)) return [name, typeof value === 'string' ? short(value) : value];
    return [name, { type: value.name, message: short(value.message), stack: value.stack?.slice(0, 4000) }];
  });
  return Object.fromEntries(entries);
}

function short(text: string): string {
  return displayText(text, longestField);
}

function readableLine(line: string, colors: boolean): string {
  const { time, level, msg, ...fields }: Record<string, unknown> = JSON.parse(line);
  const { bold, quiet } = createPalette(colors);
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${fieldText(value)}`);
  const head = `${quiet(String(time).slice(11, 19))} ${level === 'info' ? '     ' : bold(String(level).padEnd(5))}`;
  return `${head} ${msg} ${quiet(rest.join(' '))}`.trimEnd().concat('\n');
}

function fieldText(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'message' in value) return JSON.stringify(value.message);
  return typeof value === 'string' && !/[\s"=]/.test(value) ? value : JSON.stringify(value);
}
