import { describe, expect, it } from '@jest/globals';
import { teamPage } from '../../../../src/front/app/team/team-page.tsx';
import type {
  ShownRule,
  ShownTeam,
  TeamRefusal,
  TeamsPage,
} from '../../../../src/front/app/team/team-view.ts';
import { undoRulePage } from '../../../../src/front/app/team/undo-rule.tsx';
import { frameWith, germanFrame } from '../frames.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { loose, markupOf } from '../markup-of.ts';

const { nowMs: frameNowMs } = frameWith();

const rule: ShownRule = {
  ...{ rule: 'focus-block', stated: 'warn', inherited: 'grace', inForce: 'grace' },
  ...{ choices: ['grace'], ignored: 'weaker' },
};
const team: ShownTeam = {
  name: 'Platform',
  leads: ['lea@halden.example'],
  members: [
    { address: 'ann@halden.example', mailbox: { state: 'connected' }, problem: null },
    {
      address: 'ben@halden.example',
      mailbox: { state: 'observing', untilMs: frameNowMs + 86_400_000 },
      problem: { code: 'a code of tomorrow', sinceMs: frameNowMs },
    },
  ],
  rules: [rule],
  figures: { kind: 'shown', mailboxes: 1204, declines: 1204, offers: 3, prompts: 0 },
};
const view: TeamsPage = {
  ...{ policyVersion: 7, isPolicyReadable: true, answersStoppedMs: null, teams: [team] },
  organization: {
    rules: [{ ...rule, stated: null, ignored: null, choices: ['observe', 'warn', 'grace', 'enforce'] }],
    ruleNames: ['default', 'focus-block'],
    pilot: { group: ['Platform', 'zoe@halden.example'], startDate: '2027-01-11' },
    others: [],
    fallbacks: [{ rule: 'focus-block', sinceMs: frameNowMs, answered: 31, forecast: 4.25 }],
  },
};

describe('the team page in words', () => {
  it('says what was asked for and does not hold', () => {
    const html = teamPage(view, null, frameWith());
    expect(html).toContain('“Warn” protects less than the organization, so “Grace” holds.');
    // Chosen, so that a form that is sent untouched changes nothing.
    expect(html).toMatch(/<option value="warn" selected>/);
    expect(html).toMatch(/<option value="enforce" disabled>/);
    expect(html).toContain('the policy does not let this team set it.');
  });

  it('shows figures and dates as the reader writes them, in German too', () => {
    const html = teamPage(view, null, germanFrame);
    expect(html).toContain('lang="de"');
    for (const shown of ['1.204', 'Beobachtet bis Dienstag, 24. November', 'erwartet waren 4,3', 'Fokuszeit'])
      expect(html).toContain(shown);
    for (const english of ['Members', 'Observed', 'declined', 'Pilot<', 'Save'])
      expect(html).not.toContain(english);
  });

  it('keeps what was typed where a form was refused, in that form only', () => {
    const typed = { who: 'group', group: '  ', startDate: '2027-02-01' };
    const refusal: TeamRefusal = { form: 'pilot', why: 'nobody-named', problems: [], typed };
    const html = teamPage(view, refusal, frameWith());
    expect(html).toContain('Name at least one team or address');
    expect(html).toContain('value="2027-02-01"');
    expect(html.match(/role="alert"/g)).toHaveLength(1);
  });

  it('shows a lead no switch, no pilot and no figures of a fall-back', () => {
    const html = teamPage({ ...view, organization: null }, null, frameWith());
    for (const hidden of ['/team/brake', '/team/pilot', '/team/lift', '/team/undo-rule', '31 answers'])
      expect(html).not.toContain(hidden);
    expect(html).toContain('An administrator can change this.');
  });

  it('says what to do where there is no team', () => {
    const html = teamPage({ ...view, teams: [] }, null, frameWith());
    expect(html).toContain('Teams stand in the policy');
    expect(html).toContain('href="/policy"');
  });

  it('says a code that it knows, and nothing for one that somebody made up', () => {
    expect(teamPage(view, null, frameWith({ said: 'rule-undone' }))).toContain('class="said"');
    for (const said of ['constructor', '<b>'])
      expect(teamPage(view, null, frameWith({ said }))).not.toContain('class="said"');
  });

  it.each(hostileTexts.map((text, index) => [index, text] as const))(
    'shows hostile text %i as text',
    (_index, text) => {
      const hostile: ShownTeam = {
        ...{ ...team, name: text, leads: [text] },
        members: [{ address: text, mailbox: { state: 'missing' }, problem: { code: text, sinceMs: 0 } }],
        rules: [{ ...rule, rule: text }],
      };
      const problems = [{ place: text, key: text, what: text, remedy: text }];
      const typed = { [text]: text };
      const refusal = {
        form: 'enforcement',
        team: text,
        typed,
        why: 'refused',
        levels: [],
        problems,
      } as const;
      const html = teamPage({ ...view, teams: [hostile] }, refusal, frameWith());
      expect(markupOf(html)).not.toMatch(loose);
      expect(markupOf(html)).not.toContain('\u202E');
      expect(html.match(/<h1>/g)).toHaveLength(1);
    },
  );
});

describe('the question before a rule is undone', () => {
  const question = { rule: 'no-meeting-day', sinceMs: frameNowMs, count: 1 };

  it('says how much it concerns, and acts only with the button', () => {
    const html = undoRulePage(question, frameWith());
    expect(html).toContain('Answers to 1 meeting since');
    expect(html).toContain('name="confirmed" value="yes"');
    expect(undoRulePage({ ...question, count: 1204 }, germanFrame)).toContain('Antworten auf 1.204 Termine');
  });

  it('has no button where there is nothing to undo', () => {
    const html = undoRulePage({ ...question, count: 0 }, frameWith());
    expect(html).not.toContain('confirmed');
  });
});
