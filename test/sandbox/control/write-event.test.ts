import { describe, expect, it } from '@jest/globals';
import { startTestSandbox } from '../../support/sandbox.ts';
import { somebody } from '../somebody.ts';

const people = [
  somebody('ada@acme.example', { zone: 'America/New_York' }),
  somebody('ben@acme.example', { provider: 'microsoft', userId: '11111111-1111-4111-8111-111111111111' }),
];
const order = {
  organizer: 'ada@acme.example',
  attendees: ['ben@acme.example'],
  summary: 'Status',
  description: 'Everybody says what they did.',
  start: '2026-11-25T10:00',
  end: '2026-11-25T10:30',
  zone: 'Europe/Paris',
};

async function write(given: Record<string, unknown>) {
  const sandbox = await startTestSandbox({ people });
  const answer = await fetch(`${sandbox.control.origin}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...order, ...given }),
  });
  return { sandbox, status: answer.status, json: await answer.json() };
}

describe('an invite by one order', () => {
  it('is in the calendar of its guest, who is told', async () => {
    const { sandbox, status, json } = await write({});
    expect({ status, to: json.to }).toEqual({ status: 200, to: ['ben@acme.example'] });
    const copy = sandbox.parts.engine.findByUid('ben@acme.example', json.uid);
    expect(copy?.organizer).toBe('ada@acme.example');
    expect(copy?.fields).toMatchObject({
      summary: 'Status',
      body: { content: 'Everybody says what they did.' },
      start: { kind: 'instant', ms: Date.parse('2026-11-25T09:00:00Z'), zone: 'Europe/Paris' },
      end: { kind: 'instant', ms: Date.parse('2026-11-25T09:30:00Z'), zone: 'Europe/Paris' },
      recurrence: [],
    });
  });

  it('stands on the organizer’s clock where no zone is named, and may repeat', async () => {
    const { sandbox, json } = await write({ zone: undefined, rrule: 'FREQ=WEEKLY;COUNT=3' });
    const copy = sandbox.parts.engine.findByUid('ben@acme.example', json.uid);
    expect(copy?.fields.start).toEqual({
      kind: 'instant',
      ms: Date.parse('2026-11-25T15:00:00Z'),
      zone: 'America/New_York',
    });
    expect(copy?.fields.recurrence).toEqual(['RRULE:FREQ=WEEKLY;COUNT=3']);
  });

  it.each([
    ['an organizer whom nobody knows', { organizer: 'eve@acme.example' }, 404, 'nobody here is called'],
    ['an end before the start', { end: '2026-11-25T09:00' }, 404, 'the end has to be after the start'],
    ['a day that does not exist', { start: '2026-02-30T10:00' }, 404, 'days of the calendar'],
    ['a zone that does not exist', { zone: 'Europe/Atlantis' }, 400, 'write an IANA zone'],
    ['a rule with a line of its own', { rrule: 'FREQ=DAILY\nX:1' }, 400, 'FREQ=WEEKLY'],
    ['a word too many', { titel: 'x' }, 400, 'titel'],
  ])('refuses %s', async (_, given, status, said) => {
    const answer = await write(given);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toContain(said);
  });
});
