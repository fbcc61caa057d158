/**
 * Invites a second on one core: judge() on parsed meetings, text reading and reasons included, beside json-rules-engine
 * and plain code that run the same rules on facts that are already extracted.
 *
 * Arguments: invites (default 1000), rounds (default 7). Rounds of the three alternate, medians are printed, and every
 * verdict is compared before anything is timed. Exit status 1 where one differs or judge() is not the faster one.
 */

import { policyFor } from '../../src/config/policy/join-levels.ts';
import { loadDefaultPolicy } from '../../src/config/policy/load-default.ts';
import { judge } from '../../src/core/gate/judge.ts';
import type { Policy } from '../../src/core/meeting/policy.ts';
import { ownDomain, reader } from '../wording/labelled-invite.ts';
import { engineFor } from './by-engine.ts';
import { verdictByHand } from './by-hand.ts';
import { type Case, cases } from './facts.ts';

const [invites = 1000, rounds = 7] = process.argv.slice(2).map(Number);

/** The default policy with one protection of each kind. */
const policy: Policy = {
  ...policyFor(loadDefaultPolicy(), { email: reader }),
  ownDomains: [ownDomain],
  zone: 'Europe/Paris',
  noMeetingDays: [{ weekday: 3, exceptDates: ['2026-12-16'], allowPurposes: ['incident', 'interview'] }],
  publicHolidays: ['2026-11-26', '2026-12-25'],
  focus: {
    calendarEvents: true,
    categories: [],
    blocks: [{ weekdays: [2, 4], start: { hour: 9, minute: 0 }, end: { hour: 12, minute: 0 } }],
  },
};

const all = cases(policy, invites);
const byEngine = engineFor(policy);

interface Contender {
  readonly name: string;
  readonly run: (each: Case) => string | Promise<string>;
}

const contenders: readonly Contender[] = [
  { name: 'judge(), text and reasons', run: ({ meeting, context }) => judge(meeting, context).verdict },
  { name: 'json-rules-engine, facts only', run: ({ facts }) => byEngine(facts) },
  { name: 'plain code, facts only', run: ({ facts }) => verdictByHand(facts, policy) },
];

async function differences(): Promise<string[]> {
  const found: string[] = [];
  for (const each of all) {
    for (const { name, run } of contenders) {
      const verdict = await run(each);
      const expected = each.judgement.verdict;
      if (verdict !== expected) found.push(`${each.meeting.id}: ${name} says ${verdict}, not ${expected}`);
    }
  }
  return found;
}

/** Milliseconds of one round. Awaits only what is a promise, so that nobody pays for another's waiting. */
async function timed({ run }: Contender): Promise<number> {
  const start = performance.now();
  for (const each of all) {
    const verdict = run(each);
    if (typeof verdict !== 'string') await verdict;
  }
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const found = await differences();
for (const line of found.slice(0, 10)) console.error(line);
const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const contender of contenders) times.get(contender.name)?.push(await timed(contender));
}

const [own = Number.NaN, engine = Number.NaN] = [...times.values()].map(median);
const counts = Object.entries(Object.groupBy(all, ({ judgement }) => judgement.verdict)).map(
  ([verdict, list]) => `${verdict} ${list?.length}`,
);
console.log(
  `${all.length} invites (${counts.join(', ')}), ${rounds} alternating rounds, medians; ${found.length} verdicts differ`,
);
for (const [name, values] of times) {
  const ms = median(values);
  const perSecond = Math.round((all.length / ms) * 1000).toLocaleString('en');
  console.log(
    `${name.padEnd(32)} ${perSecond.padStart(12)} invites/s ${((ms / all.length) * 1000).toFixed(1).padStart(9)} µs each ${(own / ms).toFixed(2).padStart(9)} x judge()`,
  );
}
process.exitCode = found.length > 0 || own > engine ? 1 : 0;
