import { z } from 'zod';
import type { Service } from '../create-service.ts';
import { done, operation } from '../operation.ts';
import { createRedaction } from '../redaction.ts';
import { checkCalendars } from './calendar-checks.ts';
import { checkDatabase } from './database-checks.ts';
import { broken, type Finding } from './finding.ts';
import { checkClock, checkReach } from './reach-checks.ts';
import { checkSignIn } from './sign-in-checks.ts';
import { checkPlace, checkWork } from './work-checks.ts';

const checks: readonly (readonly [string, (service: Service) => Promise<readonly Finding[]>])[] = [
  ['database', checkDatabase],
  ['place', checkPlace],
  ['reach', checkReach],
  ['sign-in', checkSignIn],
  ['clock', checkClock],
  ['calendars', checkCalendars],
  ['work', checkWork],
];

/** Everything that the product needs, each with what to do where it is not there. A check that fails costs only itself. */
export const doctor = operation({
  input: z.strictObject({}),
  run: async (service) => {
    const redact = createRedaction(service.settings.secrets);
    const findings: Finding[] = [];
    for (const [name, check] of checks) {
      try {
        findings.push(...(await check(service)));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        findings.push(
          broken(name, `could not be checked: ${why.slice(0, 300)}`, 'run it again with --debug'),
        );
      }
    }
    return done(findings.map((finding) => ({ ...finding, what: redact(finding.what) })));
  },
});
