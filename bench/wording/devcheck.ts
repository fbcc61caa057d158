import { readFileSync } from 'node:fs';
import { judge } from '../../src/core/gate/judge.ts';
import { loadDefaultPolicy } from '../../src/config/policy/load-default.ts';
import { policyFor } from '../../src/config/policy/join-levels.ts';
import { readInvites } from './rows.ts';
import { toMeeting, reader } from './labelled-invite.ts';
const policy = policyFor(loadDefaultPolicy(), { email: reader } as any);
for (const f of process.argv.slice(2)) {
  const inv = readInvites(f) as any[];
  let ans = 0, right = 0, total = 0, unclearRight = 0, unclearAll = 0, bad = 0;
  for (const [i, x] of inv.entries()) {
    const j = judge(toMeeting(x, 'i' + i), { policy, me: reader, role: null, nowMs: null, surroundings: { namesAttendees: true }, others: [] });
    if (x.need === 'unclear') { unclearAll++; if (j.need.need === 'unclear') unclearRight++; else if (process.env.SHOW) console.log('U! ', j.need.need, j.need.confidence.toFixed(2), x.title); continue; }
    if ((x.agree ?? 3) < 3) continue;
    total++;
    if (j.need.need === 'unclear') { if (process.env.SHOW) console.log(' ? ', x.need, x.kind, '|', x.title); continue; }
    ans++; if (j.need.need === x.need) right++; else { if (process.env.SHOW) console.log('XX ', x.need, x.kind, j.need.confidence.toFixed(2), j.signals.purpose.value, '|', x.title, '|', x.description?.slice(0, 100)); }
    if (j.need.need === 'async' && ['incident', 'feedback', 'conflict', 'one-on-one', 'onboarding', 'customer', 'candidate', 'interview'].includes(x.kind) && x.need === 'live') bad++;
  }
  console.log(f.split('/').pop(), 'answered', ans, '/', total, (ans / total).toFixed(3), 'right', right, (right / ans).toFixed(3), 'unclear', unclearRight, '/', unclearAll, 'forbidden', bad);
}
