import { describe, expect, it } from '@jest/globals';
import { jsonLines, run } from './memory-deps.ts';

interface Answer {
  readonly slots: { start: string; people: { zone: string; local: string; burden: number }[] }[];
  readonly warnings: { rule: string; because: string }[];
  readonly refusals: { name: string; because: string; slots: number }[];
}

const ann = 'ann@acme.example';
/** A Wednesday; seven slots of half an hour from 15:00 to 17:00 in Paris. */
const wednesday = ['--from', '2026-11-25T14:00Z', '--to', '2026-11-25T16:00Z'];
/** Armistice Day in France, a Wednesday, from 10:00 to 12:00 in Paris. */
const armistice = ['--from', '2026-11-11T09:00Z', '--to', '2026-11-11T11:00Z'];

async function answerTo(argv: readonly string[], files: Record<string, string> = {}) {
  const command = ['fairness', '--people', `${ann}=Europe/Paris`, '--limit', '500', '--json', ...argv];
  const { status, stdout, stderr } = await run(command, { files });
  const answer = jsonLines(stdout)[0] as unknown as Answer;
  const starts = answer.slots.map(({ start }) => start.slice(11, 16)).sort();
  return { status, stderr, answer, starts };
}

/** The answer where the policy says this of Ann. */
const withPolicy = (said: string, range = wednesday) =>
  answerTo([...range, '--policy', 'p.yaml'], {
    'p.yaml': `organization: { timeZone: Europe/Paris }\npeople:\n  ${ann}: ${said}\n`,
  });

describe('--holidays', () => {
  it('makes the public holidays of a region days off', async () => {
    const plain = await answerTo(armistice);
    expect(plain.answer.slots[0]?.people[0]?.burden).toBe(0);
    const { status, stderr, answer } = await answerTo([...armistice, '--holidays', `${ann}=FR`]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // Two points a minute; nothing is forbidden.
    expect(answer.slots.map(({ people }) => people[0]?.burden)).toEqual([60, 60, 60, 60, 60, 60, 60]);
    expect(answer.warnings).toMatchObject([
      { rule: 'day-off', because: `10:00 for ${ann} in Paris (Wed 2026-11-11, on a day off).` },
    ]);
  });

  it('are those of the region, and several add up', async () => {
    const burdenIn = async (...regions: string[]) => {
      const options = regions.flatMap((region) => ['--holidays', `${ann}=${region}`]);
      return (await answerTo([...armistice, ...options])).answer.slots[0]?.people[0]?.burden;
    };
    expect(await burdenIn('DE-BE')).toBe(0);
    expect(await burdenIn('DE-BE', 'FR')).toBe(60);
  });

  it('refuses a region that nobody knows, and answers without it', async () => {
    const { status, stderr, answer } = await answerTo([...armistice, '--holidays', `${ann}=ZZ`]);
    expect(status).toBe(2);
    expect(stderr).toBe(
      `refused: --holidays "${ann}": no public holidays are known of "ZZ"; give an ISO 3166 code, for example FR, US-NY or DE-BE\n`,
    );
    expect(answer.slots).toHaveLength(7);
    expect(answer.slots[0]?.people[0]?.burden).toBe(0);
  });
});

describe('what a policy says of somebody', () => {
  it('changes nothing where it says nothing', async () => {
    const { status, starts, answer } = await withPolicy('{}');
    expect(status).toBe(0);
    expect(starts).toHaveLength(7);
    expect(answer).toMatchObject({ warnings: [], refusals: [] });
  });

  it('keeps a no-meeting day free, but for its exceptions', async () => {
    const { starts, answer } = await withPolicy('{ noMeetingDays: [wednesday] }');
    expect(starts).toEqual([]);
    expect(answer.refusals).toEqual([{ name: ann, because: 'protected', slots: 7 }]);
    expect((await withPolicy('{ noMeetingDays: [thursday] }')).starts).toHaveLength(7);
    const excepted = '{ noMeetingDays: [{ day: wednesday, except: [2026-11-25] }] }';
    expect((await withPolicy(excepted)).starts).toHaveLength(7);
  });

  it('keeps focus blocks free', async () => {
    const { starts, answer } = await withPolicy(
      '{ focus: { blocks: [{ days: [wednesday], hours: 15:00-16:00 }] } }',
    );
    expect(starts).toEqual(['15:00', '15:15', '15:30']);
    expect(answer.refusals).toEqual([{ name: ann, because: 'protected', slots: 4 }]);
  });

  it('puts travellers on the clock where they are', async () => {
    const away = '{ travel: [{ from: 2026-11-24, to: 2026-11-26, timeZone: Asia/Tokyo }] }';
    const { answer } = await withPolicy(away);
    expect(answer.slots.find(({ start }) => start.startsWith('2026-11-25T14:00'))?.people).toMatchObject([
      { zone: 'Asia/Tokyo', local: 'Wed 2026-11-25 23:00', burden: 180 },
    ]);
    expect(answer.warnings[0]).toMatchObject({ rule: 'asleep' });
    const later = '{ travel: [{ from: 2026-11-27, to: 2026-11-28, timeZone: Asia/Tokyo }] }';
    expect((await withPolicy(later)).answer.slots[0]?.people[0]).toMatchObject({ zone: 'Europe/Paris' });
  });

  it('plans no off-hours for who takes none', async () => {
    const evening = ['--from', '2026-11-25T15:30Z', '--to', '2026-11-25T17:00Z'];
    expect((await withPolicy('{}', evening)).starts).toHaveLength(5);
    const { starts, answer } = await withPolicy('{ takesOffHours: false }', evening);
    expect(starts).toEqual(['15:30']);
    expect(answer.refusals).toEqual([{ name: ann, because: 'opted-out', slots: 4 }]);
  });

  it('keeps the public holidays of its region free', async () => {
    const { starts, answer } = await withPolicy('{ publicHolidays: { region: FR } }', armistice);
    expect(starts).toEqual([]);
    expect(answer.refusals).toEqual([{ name: ann, because: 'protected', slots: 7 }]);
    expect((await withPolicy('{ publicHolidays: { region: DE-BE } }', armistice)).starts).toHaveLength(7);
  });
});
