import type { Log } from '../../app/ports/surroundings.ts';
import type { CliDeps } from '../cli-deps.ts';
import { createLog } from './log.ts';
import { createRedaction } from './redaction.ts';
import type { ServiceSettings } from './service-settings.ts';

/** The log of a command or server: on standard error, for a person at a terminal or else as JSON. */
export function createCliLog(
  { stderr, nowMs }: CliDeps,
  { LOG_LEVEL, secrets }: Pick<ServiceSettings, 'LOG_LEVEL' | 'secrets'>,
): Log {
  return createLog({
    level: LOG_LEVEL,
    write: (line) => void stderr.write(line),
    readable: stderr.isTTY,
    colors: stderr.colors,
    nowMs,
    redact: createRedaction(secrets),
  });
}
