import { expect, it } from '@jest/globals';
import { type NavEntry, navEntries } from '../../../src/front/app/nav.ts';
import type { FrameRole } from '../../../src/front/app/page-frame.ts';
import { routeTable } from '../../../src/http/pages/route-table.ts';
import { frameWith } from './frames.ts';

const roles: readonly FrameRole[] = ['person', 'lead', 'administrator', 'auditor'];

const offeredTo = (own: readonly FrameRole[]): NavEntry[] =>
  navEntries({
    viewer: { address: 'a@halden.example', name: null, roles: own, ledTeams: [] },
    isSandbox: true,
  });

// The two lists are in folders that do not import each other.
it.each(roles)('a viewer who is %s is offered exactly what the server would open', (role) => {
  const entries = offeredTo([role]);
  const mayOpen = Object.entries(routeTable)
    .filter(
      ([, access]) =>
        access === 'sandbox' || (typeof access !== 'string' && (access as readonly string[]).includes(role)),
    )
    .map(([name]) => name);
  const all = offeredTo(roles);
  expect(entries).toEqual(all.filter((entry) => mayOpen.includes(`GET /${entry}`)));
});

it('before somebody signed in, there is the sandbox at most', () => {
  expect(navEntries(frameWith({ viewer: null }))).toEqual(['sandbox']);
  expect(navEntries(frameWith({ viewer: null, isSandbox: false }))).toEqual([]);
  expect(navEntries(frameWith({ isSandbox: false }))).not.toContain('sandbox');
});
