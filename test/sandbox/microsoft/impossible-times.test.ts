import { describe, expect, it } from '@jest/globals';
import { graphForEachTest } from './graph-each-test.ts';
import { meetingAt } from './graph-sandbox.ts';

const { graph } = graphForEachTest();

const february31 = { type: 'absoluteYearly', interval: 1, month: 2, dayOfMonth: 31 };
const numbered = { type: 'numbered', numberOfOccurrences: 5 };
const daily = { type: 'daily', interval: 1 };
const midnight = (day: string) => ({ dateTime: `2026-10-${day}T00:00:00`, timeZone: 'UTC' });
const farAway = (hour: string) => ({ dateTime: `+012345-01-01T${hour}:00:00`, timeZone: 'UTC' });
const wholeDay = { isAllDay: true, start: midnight('06'), end: midnight('07') };

describe('a time that no calendar has', () => {
  it.each([
    ['a day that never comes', { recurrence: { pattern: february31, range: numbered } }],
    [
      'an end on no date',
      { ...wholeDay, recurrence: { pattern: daily, range: { type: 'endDate', endDate: '2026-99-99' } } },
    ],
    ['a year of five digits', { start: farAway('10'), end: farAway('11') }],
  ])('is refused: %s', async (_, fields) => {
    const ann = graph().clientOf('ann@acme.example');
    const post = ann.api('/me/events').post(meetingAt(14, [], fields));
    await expect(post).rejects.toMatchObject({ statusCode: 400, code: 'ErrorPropertyValidationFailure' });
    expect(graph().parts.engine.copies('ann@acme.example')).toEqual([]);
  });
});
