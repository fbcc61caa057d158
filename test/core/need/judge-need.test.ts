import { describe, expect, it } from '@jest/globals';
import { judgeNeed } from '../../../src/core/need/judge-need.ts';
import type { NeedFacts } from '../../../src/core/need/need.ts';
import { needRuleNames } from '../../../src/core/need/rule-names.ts';
import { needRules } from '../../../src/core/need/rules/index.ts';
import { type Act, actNames, acts } from '../../../src/core/signals/acts.ts';

const unknown = { value: 'unknown', confidence: 0, evidence: [] } as const;

/** Facts of an invite whose wording gives these acts these probabilities. */
function facts(probabilities: Partial<Record<Act, number>>, changes: Partial<NeedFacts> = {}): NeedFacts {
  return {
    signals: {
      urgency: { value: 'normal', confidence: 0.9, evidence: [] },
      complexity: unknown,
      relationship: unknown,
      purpose: unknown,
    },
    probability: (act) => probabilities[act] ?? 0,
    language: 'en',
    touchesPeople: false,
    zoneSpreadHours: 0,
    ...changes,
  };
}

const emergency = (value: 'emergency' | 'high'): Partial<NeedFacts> => ({
  signals: {
    urgency: { value, confidence: 0.8, evidence: [] },
    complexity: unknown,
    relationship: unknown,
    purpose: unknown,
  },
});

describe('the need of an act that the wording is sure of', () => {
  it.each(actNames)('%s is what the principles make of it', (act) => {
    expect(judgeNeed(facts({ [act]: 0.99 })).need).toBe(acts[act].need);
  });
});

describe('the rules', () => {
  it('have names that are unique and known', () => {
    expect(new Set(needRuleNames).size).toBe(needRules.length);
  });

  it('speak for every act that has a need, each act once', () => {
    const quiet = actNames.filter((act) => acts[act].need !== 'unclear');
    const speakers = quiet.map((act) => [
      act,
      needRules.filter((rule) => rule.judge(facts({ [act]: 0.9 }))).length,
    ]);
    expect(speakers).toEqual(quiet.map((act) => [act, 1]));
  });

  it('have nothing to say about noise', () => {
    expect(needRules.map((rule) => rule.judge(facts({ status: 0.01, incident: 0.01 })))).toEqual(
      needRules.map(() => null),
    );
  });

  it('let people far apart plan in writing, unless it presses', () => {
    const several = needRules.find(({ name }) => name === 'several-zones');
    const planning = { 'joint-planning': 0.8 } as const;
    expect(several?.judge(facts(planning, { zoneSpreadHours: 5 }))).toMatchObject({
      says: 'async',
      share: 0.4,
    });
    expect(several?.judge(facts(planning, { zoneSpreadHours: 4.5 }))).toBeNull();
    expect(several?.judge(facts(planning, { zoneSpreadHours: 9, ...emergency('high') }))).toBeNull();
  });
});

describe('what wins', () => {
  it('a written emergency, whatever else speaks', () => {
    expect(judgeNeed(facts({ status: 0.99 }, emergency('emergency')))).toMatchObject({
      need: 'live',
      confidence: 0.8,
      decidedBy: 'written-emergency',
    });
  });

  it('nobody, where both sides are strong: then it is unclear and both are told', () => {
    const { need, decidedBy, reasons } = judgeNeed(facts({ status: 0.5, negotiation: 0.5 }));
    expect([need, decidedBy, reasons.map(({ says }) => says).sort()]).toEqual([
      'unclear',
      null,
      ['async', 'limit', 'live'],
    ]);
    expect(reasons[0]?.rule).toBe('says-too-little');
  });

  it.each(['feedback', 'conflict', 'one-on-one', 'onboarding', 'customer', 'interview', 'incident'] as const)(
    'not writing, where it may be %s',
    (act) => {
      expect(judgeNeed(facts({ status: 0.8, [act]: 0.2 })).need).toBe('unclear');
      expect(judgeNeed(facts({ status: 0.8, [act]: 0.1 })).need).toBe('async');
    },
  );

  it('not writing, where words touch people and it is not nearly certain', () => {
    expect(judgeNeed(facts({ status: 0.85 }, { touchesPeople: true })).need).toBe('unclear');
    expect(judgeNeed(facts({ status: 0.97 }, { touchesPeople: true })).need).toBe('async');
  });

  it.each(['fr', 'es', 'pl', 'pt', 'ja', 'other'] as const)(
    'never with certainty in a half-known language (%s)',
    (language) => {
      expect(judgeNeed(facts({ status: 0.999 }, { language })).confidence).toBeLessThan(0.9);
    },
  );

  it('with the reasons of the winner first and those against it after', () => {
    const { reasons, decidedBy } = judgeNeed(facts({ status: 0.75, brainstorm: 0.2 }));
    expect(reasons.map(({ rule }) => rule)).toEqual(['consumable', 'creative-exploration']);
    expect(decidedBy).toBe('consumable');
  });

  it('with more confidence where more speaks for it, and never with all of it', () => {
    const confidences = [0.75, 0.85, 0.95, 1].map((share) => judgeNeed(facts({ status: share })).confidence);
    expect([...confidences].sort((a, b) => a - b)).toEqual(confidences);
    expect(confidences.at(-1)).toBeLessThan(1);
  });
});
