import { describe, expect, it } from '@jest/globals';
import { earlierPolicyPage } from '../../../../src/front/app/policy/earlier-page.tsx';
import {
  type PolicyPage,
  policyFindings,
  policyPage,
} from '../../../../src/front/app/policy/policy-page.tsx';
import { frameWith, germanFrame } from '../frames.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { loose, markupOf } from '../markup-of.ts';

const view: PolicyPage = {
  ...{ version: 3, isDefault: false, text: 'organization: {}\n', mayEdit: true },
  chapters: [
    { kind: 'organization', name: null, sentences: ['Wednesday is kept free of meetings.'] },
    { kind: 'team', name: 'Platform', sentences: ['In the team Platform are ann@halden.example.'] },
    { kind: 'person', name: 'ann@halden.example', sentences: [] },
  ],
  earlier: [],
};
const problem = {
  ...{ place: '3:7', key: 'organization.limits' },
  ...{ what: 'this is not a number', remedy: 'Write 8.' },
};

describe('the policy page', () => {
  it('explains level by level, and leaves out whom it says nothing of', () => {
    const html = policyPage(view, null, frameWith());
    expect(html).toContain('>For everybody</h3>');
    expect(html).toContain('>For the team Platform</h3>');
    expect(html).not.toContain('For you');
  });

  it('marks the English sentences in a German page', () => {
    const html = policyPage(view, null, germanFrame);
    expect(html).toContain('<ul lang="en"><li>Wednesday is kept free of meetings.</li>');
    expect(html).toContain('Diese Sätze gibt es auf Englisch.');
    expect(policyFindings({ ok: false, problems: [problem] }, 'de')).toContain('Zeile 3, Spalte 7');
  });

  it('says in German what a code stands for, without the English sentence', () => {
    const empty = { ...problem, place: null, key: '', code: 'states-nothing' } as const;
    const html = policyFindings({ ok: false, problems: [empty] }, 'de');
    expect(html).toContain('Ein leerer Text würde alle hier geschriebenen Regeln entfernen');
    expect(html).toContain('mit der Bremse auf der Seite „Team“');
    expect(html).not.toContain(' lang="en"');
  });

  it('checks while somebody types, and with a button where there is no script', () => {
    const html = policyPage(view, null, frameWith());
    expect(html).toMatch(
      /<textarea[^>]*hx-post="\/policy\/check"[^>]*hx-trigger="input changed delay:400ms"/,
    );
    expect(html).toContain('formaction="/policy/check"');
    expect(html).toMatch(/id="policy-findings"[^>]*aria-live="polite"/);
    expect(html).toMatch(/<textarea[^>]*spellcheck="false"/);
  });

  it('gives nobody a form who may not edit', () => {
    const html = policyPage({ ...view, mayEdit: false }, null, frameWith());
    expect(html).not.toContain('<textarea');
    expect(html).toContain('organization: {}');
  });

  it('says each finding as a sentence with its place, and how many are not shown', () => {
    const problems = Array.from({ length: 55 }, () => problem);
    const html = policyFindings({ ok: false, problems }, 'en');
    expect(html).toContain('Line 3, column 7');
    expect(html).toContain('This is not a number. Write 8.');
    expect(html).toContain('And 15 more.');
    expect(policyFindings({ ok: true, notes: [] }, 'en')).toContain('This text is fine.');
    expect(policyFindings({ ok: true, notes: [problem] }, 'en')).toContain('but look at this');
  });

  it('lists ten earlier texts and lets the others be opened, in both languages', () => {
    const earlier = Array.from({ length: 12 }, (_, index) => ({
      ...{ version: 40 - index, replacedMs: Date.UTC(2026, 10, 20, 9) },
      replacedBy: ['operator', 'erased-1@erased.invalid', 'ada@halden.example'][index] ?? 'x@halden.example',
    }));
    const html = policyPage({ ...view, earlier }, null, frameWith());
    expect(html.indexOf('/policy/earlier/31')).toBeLessThan(html.indexOf('2 older ones'));
    expect(html.indexOf('/policy/earlier/30')).toBeGreaterThan(html.indexOf('2 older ones'));
    expect(html).toContain('replaced by somebody who was erased.');
    const german = policyPage({ ...view, earlier }, null, germanFrame);
    expect(german).toContain('ersetzt von der Betreuung dieses Servers.');
    expect(german).toMatch(
      /Galt bis 20\. Nov\. 2026, 10:00:00 MEZ|Galt bis 20\. Nov\. 2026, 10:00:00 GMT\+1/,
    );
  });

  it.each(hostileTexts.map((text, index) => [index, text] as const))(
    'shows hostile text %i as text',
    (_index, text) => {
      const hostile: PolicyPage = {
        ...{ ...view, text, chapters: [{ kind: 'team', name: text, sentences: [text] }] },
        earlier: [{ version: 1, replacedMs: 0, replacedBy: text }],
      };
      const problems = [{ place: text, key: text, what: text, remedy: text }];
      const draft = {
        typed: text,
        why: 'refused',
        putBack: null,
        findings: { ok: false, problems },
      } as const;
      const html = policyPage(hostile, draft, frameWith());
      expect(markupOf(html)).not.toMatch(loose);
      expect(html.match(/<\/textarea>/g)).toHaveLength(1);
      const difference = [{ kind: 'added', lines: text.split('\n') }] as const;
      const earlier = { version: 1, replacedMs: 0, replacedBy: text, isDefault: false, text, difference };
      expect(markupOf(earlierPolicyPage(earlier, frameWith()))).not.toMatch(loose);
    },
  );
});
