import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { purposes } from '../../../src/core/signals/signal.ts';
import type { SandboxParts } from '../../../src/sandbox/parts.ts';
import { hostileInvites } from '../../../src/sandbox/sample/invites/hostile.ts';
import { sampleInvites } from '../../../src/sandbox/sample/next-invites.ts';
import { nextSampleInvites } from '../../../src/sandbox/sample/sample-company.ts';
import { nowMs, sampleParts } from './sample-parts.ts';

async function firstRound() {
  const { parts } = await sampleParts();
  const arrived = nextSampleInvites(parts, sampleInvites.length);
  return { parts, copies: arrived.map(({ uid, organizer }) => shown(parts, uid, organizer)) };
}

function shown(parts: SandboxParts, uid: string, organizer: string) {
  const copy = parts.engine.findByUid(organizer, uid);
  if (!copy) throw new Error(`${organizer} has no ${uid}`);
  return copy;
}

describe('the stream of invites', () => {
  it('is the same in every run, whatever ids were given before', async () => {
    const [one, other] = [await sampleParts(), await sampleParts()];
    other.parts.newId(40);
    const first = nextSampleInvites(one.parts, 100);
    const texts = (parts: SandboxParts, list: typeof first) =>
      list.map(({ uid, organizer }) => shown(parts, uid, organizer).fields);
    const second = nextSampleInvites(other.parts, 100);
    expect(second).toEqual(first);
    expect(texts(other.parts, second)).toEqual(texts(one.parts, first));
    expect(new Set(first.map(({ uid }) => uid)).size).toBe(100);
  });

  it('goes on after a restart where it stood', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sample-stream-'));
    try {
      const { parts: before } = await sampleParts(path.join(folder, 'state'));
      const early = nextSampleInvites(before, 7);
      await before.tables.close();
      const { parts: after } = await sampleParts(path.join(folder, 'state'));
      const late = nextSampleInvites(after, 5);
      await after.tables.close();
      const { parts: whole } = await sampleParts();
      expect([...early, ...late]).toEqual(nextSampleInvites(whole, 12));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('shows each invite once in a round, for every purpose', async () => {
    const { copies } = await firstRound();
    const titles = copies.map(({ fields }) => fields.summary);
    expect([...titles].sort()).toEqual(sampleInvites.map(({ title }) => title).sort());
    expect(new Set(titles).size).toBeGreaterThanOrEqual(60);
    const ordinary = sampleInvites.filter((invite) => !hostileInvites.includes(invite));
    expect(purposes.filter((purpose) => !ordinary.some((invite) => invite.purpose === purpose))).toEqual([]);
  });

  it('lies ahead of now, on weekdays, in plausible hours of the organizer', async () => {
    const { parts, copies } = await firstRound();
    for (const { fields, organizer } of copies) {
      if (fields.start.kind === 'date') throw new Error('no invite is for whole days');
      const start = DateTime.fromMillis(fields.start.ms, { zone: parts.people.find(organizer)?.zone });
      expect(start.toMillis()).toBeGreaterThan(nowMs);
      expect([fields.summary, start.hour >= 8 && start.hour < 19 && start.weekday < 6]).toEqual([
        fields.summary,
        true,
      ]);
    }
  });

  it('holds Wednesdays, series, and organizers on both calendars and outside', async () => {
    const { parts, copies } = await firstRound();
    const wednesdays = copies.filter(
      ({ fields }) =>
        fields.start.kind === 'instant' &&
        DateTime.fromMillis(fields.start.ms, { zone: fields.start.zone }).weekday === 3,
    );
    expect(wednesdays.length).toBeGreaterThan(5);
    expect(copies.filter(({ fields }) => fields.recurrence.length > 0).length).toBeGreaterThan(5);
    const providers = copies.map(({ organizer }) => parts.people.find(organizer)?.provider);
    for (const provider of ['google', 'microsoft', 'outside']) {
      expect(providers.filter((from) => from === provider).length).toBeGreaterThan(10);
    }
  });

  it('brings hostile text to the guests as it was written', async () => {
    const { parts, copies } = await firstRound();
    for (const { title, body, markup } of hostileInvites) {
      const sent = copies.find(({ fields }) => fields.summary === title);
      const received = sent?.fields.guests.map(({ address }) => parts.engine.findByUid(address, sent.uid));
      expect(received?.map((copy) => copy?.fields.summary)).toEqual([title, title]);
      expect(received?.map((copy) => copy?.fields.body)).toEqual(
        [0, 1].map(() => ({ kind: markup ? 'html' : 'text', content: body })),
      );
    }
    expect(hostileInvites.some(({ title }) => title.length > 10_000)).toBe(true);
  });

  it('tells the guests: an invitation is a visible act', async () => {
    const { parts } = await sampleParts();
    const [arrived] = nextSampleInvites(parts, 1);
    expect(parts.acts.all().map(({ kind, uid }) => [kind, uid])).toContainEqual(['invitation', arrived?.uid]);
  });

  it('arrives nowhere when nobody asks for any', async () => {
    const { parts } = await sampleParts();
    expect(nextSampleInvites(parts, 0)).toEqual([]);
    expect(allMailboxes(parts)).toBe(0);
  });
});

function allMailboxes(parts: SandboxParts): number {
  return parts.people.all().reduce((sum, { address }) => sum + parts.engine.copies(address).length, 0);
}
