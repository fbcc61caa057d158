import { describe, expect, it } from '@jest/globals';
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

  it.each(hostileTexts.map((text, index) => [index, text] as const))(
    'shows hostile text %i as text',
    (_index, text) => {
      const hostile: PolicyPage = {
        ...{ ...view, text, chapters: [{ kind: 'team', name: text, sentences: [text] }] },
      };
      const problems = [{ place: text, key: text, what: text, remedy: text }];
      const draft = { typed: text, why: 'refused', findings: { ok: false, problems } } as const;
      const html = policyPage(hostile, draft, frameWith());
      expect(markupOf(html)).not.toMatch(loose);
      expect(html.match(/<\/textarea>/g)).toHaveLength(1);
    },
  );
});
