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
  inheritedFrom: 'above',
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
    pilotWithoutMailbox: ['zoe@halden.example'],
    others: [],
    stoppedBy: null,
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
    expect(html).toContain('<title>Error: Team');
    expect(html).toMatch(/<h1>Team<\/h1><div class="notice" role="alert" tabindex="-1" autofocus[^>]*>/);
    expect(html).toContain('Nothing was saved. <a href="#pilot">Go to the form</a>');
  });

  it.each<[string, Partial<TeamRefusal>, string, string]>([
    ['a team', { form: 'enforcement', team: 'Platform' }, 'team-0-rules', 'Nichts wurde gespeichert.'],
    ['everybody', { form: 'enforcement', team: null }, 'everybody-rules', 'Nichts wurde gespeichert.'],
    ['an undo', { form: 'undo-rule', why: 'future' }, 'undo-rule', 'Nichts wurde zurückgenommen.'],
  ])('leads from the top to the refused form of %s', (_of, of, id, says) => {
    const refusal = { why: 'refused', typed: {}, levels: [], problems: [], ...of } as TeamRefusal;
    const html = teamPage(view, refusal, germanFrame);
    expect(html).toContain('<title>Fehler: Team');
    expect(html).toContain(`${says} <a href="#${id}">`);
    expect(html.match(new RegExp(`id="${id}"`, 'g'))).toHaveLength(1);
  });

  it('leads nowhere where the refused form is gone', () => {
    const refusal = { form: 'enforcement', team: 'Gone', why: 'changed-meanwhile' } as const;
    const html = teamPage(view, { ...refusal, typed: {}, levels: [], problems: [] }, frameWith());
    expect(html).toContain('Nothing was saved.');
    expect(html).not.toContain('Go to the form');
  });

  it('says where a level comes from that is not stated', () => {
    const withRules = (inheritedFrom: ShownRule['inheritedFrom'], isTeam: boolean) => {
      const rules = [{ ...rule, stated: null, ignored: null, inheritedFrom }];
      const organization = view.organization && { ...view.organization, rules: isTeam ? [] : rules };
      const teams = isTeam ? [{ ...team, rules }] : [];
      return teamPage({ ...view, teams, organization }, null, frameWith());
    };
    expect(withRules('default', false)).toContain('As all other rules (Grace)');
    expect(withRules('default', false)).not.toContain('As shipped');
    expect(withRules('above', false)).toContain('As shipped (Grace)');
    expect(withRules('go-async', false)).toContain('As “Need not be live” (Grace)');
    expect(withRules('above', true)).toContain('As above (Grace)');
    expect(withRules('default', true)).toContain('As all other rules (Grace)');
  });

  it('hints at addresses of the pilot that have no mailbox', () => {
    expect(teamPage(view, null, frameWith())).toContain('zoe@halden.example has no mailbox here.');
  });

  it('asks for an undo since this morning, on the clock of the reader', () => {
    const late = frameWith({ nowMs: Date.UTC(2026, 10, 23, 23, 30), zone: 'Europe/Paris' });
    expect(teamPage(view, null, late)).toContain('name="since" value="2026-11-24T00:00"');
  });

  it('says why a team that is almost another one has no figures', () => {
    const alike = { ...team, figures: { kind: 'too-alike', mailboxes: 6 } } as const;
    const html = teamPage({ ...view, teams: [alike] }, null, frameWith());
    expect(html).toContain('another team with figures has almost the same people');
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
  const question = { rule: 'no-meeting-day', sinceMs: frameNowMs, meetings: 1, people: 1, onOutlook: 0 };

  it('says how much it concerns, and acts only with the button', () => {
    const html = undoRulePage(question, frameWith());
    expect(html).toContain('Answers to 1 meeting of 1 person since');
    expect(html).not.toContain('Outlook');
    expect(html).toContain('name="confirmed" value="yes"');
    const many = { ...question, meetings: 1204, people: 31, onOutlook: 2 };
    expect(undoRulePage(many, germanFrame)).toContain('Antworten auf 1.204 Termine von 31 Personen');
    expect(undoRulePage(many, frameWith())).toContain(
      'In Outlook: 2 meetings of these. There an undo is not certain',
    );
  });

  it('has no button where there is nothing to undo', () => {
    const html = undoRulePage({ ...question, meetings: 0, people: 0 }, frameWith());
    expect(html).not.toContain('confirmed');
  });
});
