import { describe, expect, it } from '@jest/globals';
import { joinPolicy, policyFor } from '../../../src/config/policy/join-levels.ts';
import { documentOf } from './policy-text.ts';

const ann = { email: 'ann@acme.example' };

describe('holds of a policy', () => {
  it('are off unless a level says otherwise, and the calendar declines nothing', () => {
    expect(policyFor(documentOf('{}'), ann).holds).toEqual({ inCalendar: false, autoDecline: 'none' });
    expect(policyFor(documentOf('organization: {holds: {inCalendar: true}}'), ann).holds).toEqual({
      inCalendar: true,
      autoDecline: 'none',
    });
  });

  it('cannot be turned off below, unless that is allowed', () => {
    const text = `organization: {holds: {inCalendar: true}}
people: {ann@acme.example: {holds: {inCalendar: false}}}`;
    const { policy, ignored } = joinPolicy(documentOf(text), ann);
    expect(policy.holds.inCalendar).toBe(true);
    expect(ignored).toMatchObject([{ level: 'people.ann@acme.example', key: 'holds.inCalendar' }]);
    const allowed = text.replace(
      '{holds: {inCalendar: true}}',
      '{holds: {inCalendar: true}, allow: {people: [holds]}}',
    );
    expect(policyFor(documentOf(allowed), ann).holds.inCalendar).toBe(false);
  });

  it('lets the calendar decline by itself only where enforce may be set', () => {
    const text = `organization: {mayEnforce: {people: none}}
people: {ann@acme.example: {holds: {inCalendar: true, autoDecline: all-conflicts}}}`;
    const { policy, ignored } = joinPolicy(documentOf(text), ann);
    expect(policy.holds).toEqual({ inCalendar: true, autoDecline: 'none' });
    expect(ignored).toEqual([
      {
        level: 'people.ann@acme.example',
        key: 'holds.autoDecline',
        because: 'all-conflicts was asked for, and none holds, because mayEnforce does not name this level',
      },
    ]);
    expect(policyFor(documentOf(text.replace('none', '[ann@acme.example]')), ann).holds.autoDecline).toBe(
      'all-conflicts',
    );
  });

  it('writes no holds into the calendar of somebody who is only observed', () => {
    const text = 'organization: {holds: {inCalendar: true}, pilot: {group: [A]}}\nteams: {A: {}}';
    expect(policyFor(documentOf(text), ann).holds.inCalendar).toBe(false);
    expect(policyFor(documentOf(text.replace('[A]', '[ann@acme.example]')), ann).holds.inCalendar).toBe(true);
  });
});
