import { z } from 'zod';
import { liftFallback } from '../../../app/brake/fallback.ts';
import { allowAnswers, longestReason, stopAnswers } from '../../../app/brake/stop-answers.ts';
import { undoRule } from '../../../app/brake/undo-rule.ts';
import { ruleNames } from '../../../config/policy/rule-names.ts';
import { done, operation, refuse } from '../operation.ts';
import { organizationInput, organizationOf } from './whose.ts';

const dayMs = 86_400_000;

const isRule = (name: string): boolean => name === 'default' || ruleNames.some((rule) => rule === name);

function unknownRule(rule: string) {
  return refuse(rule.slice(0, 80), 'there is no such rule', `the rules are ${ruleNames.join(', ')}`);
}

const organizationOnly = z.strictObject({ organization: organizationInput });

export const brakeStop = operation({
  input: z.strictObject({
    organization: organizationInput,
    /** For the audit log. */
    reason: z.string().trim().min(1).max(longestReason).optional(),
  }),
  run: async (service, { organization, reason }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    await stopAnswers(service.deps, whose.value, 'operator', reason);
    return done({ stopped: true });
  },
});

export const brakeRelease = operation({
  input: organizationOnly,
  run: async (service, { organization }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    await allowAnswers(service.deps, whose.value, 'operator');
    return done({ stopped: false });
  },
});

export const brakeUndo = operation({
  input: z.strictObject({
    organization: organizationInput,
    rule: z.string().min(1).max(200),
    /** Epoch milliseconds. */
    sinceMs: z.number().int(),
  }),
  run: async (service, { organization, rule, sinceMs }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    if (!isRule(rule)) return unknownRule(rule);
    const { undone } = await undoRule(service.deps, whose.value, { rule, sinceMs }, 'operator');
    return done({ undone, works: service.works });
  },
});

export const brakeLift = operation({
  input: z.strictObject({ organization: organizationInput, rule: z.string().min(1).max(200) }),
  run: async (service, { organization, rule }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    if (!isRule(rule)) return unknownRule(rule);
    return done({ lifted: await liftFallback(service.deps, whose.value, rule, 'operator') });
  },
});

/** Whether answers are stopped, which rules fell back, and what was answered in the last day. */
export const brakeStatus = operation({
  input: organizationOnly,
  run: async (service, { organization }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const sinceMs = service.deps.clock.nowMs() - dayMs;
    return await service.store.inOrganization(whose.value, async (tx) =>
      done({
        stoppedMs: (await tx.organizations.read()).answersStoppedMs,
        fallbacks: await tx.fallbacks.open(),
        answersLastDay: await tx.answers.countByRule(sinceMs),
      }),
    );
  },
});
