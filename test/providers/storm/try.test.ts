import { it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { runDay } from './run-day.ts';
import { storm } from './storm-plan.ts';
it.each(['google', 'microsoft'] as const)('%s', async (name) => {
  const a = await runDay(name, { inSequence: true });
  const b = await runDay(name);
  const strength = Number(process.env['S'] ?? 0.1);
  const c = await runDay(name, { faults: storm(Number(process.env['SEED'] ?? 1), strength) });
  for (const [k, d] of Object.entries({ a, b, c })) {
    writeFileSync(`/tmp/storm-${name}-${k}.json`, JSON.stringify({ steps: d.steps, state: d.state, problems: d.problems }, null, 1));
    console.log(name, k, d.steps.flat().length, d.exchanges.length, Math.round(d.tookMs), Math.round(d.longestMs), JSON.stringify(d.limits), d.steps.flat().filter(s=>JSON.stringify(s.result).includes('refused')).map(s=>s.name+JSON.stringify(s.result)).join(' '));
  }
}, 120_000);
