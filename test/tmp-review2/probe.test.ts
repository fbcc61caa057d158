import { it } from '@jest/globals';
import { openTestStore } from '../support/test-store.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { calendarEntry, mailboxRecord } from '../store/records.ts';

for (const engine of ['embedded', 'postgres'] as const)
it('first pull ' + engine, async () => {
  const server = engine === 'postgres' ? await startTestPostgres() : null;
  const opened = await openTestStore(server ? { engine: 'postgres', url: await server.createDatabase() } : {});
  const { store, organizationId } = opened;
  await store.inOrganization(organizationId, (tx) => tx.mailboxes.add(mailboxRecord({ id: 'm' })));
  const people = Array.from({ length: 8 }, (_, i) => ({ email: `p${i}@example.com`, name: 'P', self: false, answer: 'accepted', optional: false, role: 'required', kind: 'person', comment: null } as never));
  const entries = Array.from({ length: 5000 }, (_, i) => calendarEntry({ id: `e${i}`, attendees: people, description: 'x'.repeat(1500) }));
  let t = performance.now();
  let worst = 0;
  let stop = false;
  const probe = (async () => { while (!stop) { const b = performance.now(); await store.inOrganization(organizationId, (tx) => tx.mailboxes.find('m')); worst = Math.max(worst, performance.now() - b); await new Promise(r => setTimeout(r, 5)); } })();
  await store.inOrganization(organizationId, (tx) => tx.meetings.save('m', entries, 1));
  console.log(engine, 'save', performance.now() - t, 'worst', worst, 'rss', process.memoryUsage.rss() / 1e6);
  worst = 0; t = performance.now();
  await store.inOrganization(organizationId, (tx) => tx.meetings.markOthersRemoved('m', entries.map((e) => e.meeting.id), 2));
  console.log(engine, 'others', performance.now() - t, worst);
  t = performance.now();worst = 0;
  await store.inOrganization(organizationId, (tx) => tx.meetings.save('m', entries, 3));
  console.log(engine, 'save again', performance.now() - t, worst);
  t = performance.now();worst = 0;
  await store.inOrganization(organizationId, (tx) => tx.meetings.takeUnjudged('m', 20));
  console.log(engine, 'take', performance.now() - t, worst);
  stop = true; await probe;
  await opened.close(); await server?.close();
}, 120000);
