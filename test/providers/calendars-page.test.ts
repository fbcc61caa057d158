import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { providerProblems } from '../../src/app/ports/problem.ts';
import type { Capabilities } from '../../src/app/ports/provider.ts';
import { googleCapabilities } from '../../src/providers/google/capabilities.ts';
import { microsoftCapabilities } from '../../src/providers/microsoft/capabilities.ts';

const page = 'docs/calendars.md';

/** What each value means to a person. A new value does not compile until somebody has put it in words. */
const words: {
  readonly [name in keyof Capabilities]: {
    readonly about: string;
    readonly says: Capabilities[name] extends number
      ? (value: number) => string
      : Capabilities[name] extends boolean
        ? Readonly<Record<'true' | 'false', string>>
        : Readonly<Record<Capabilities[name] & string, string>>;
  };
} = {
  undoDecline: {
    about: 'undo of a decline',
    says: {
      exact: 'the entry is as it was',
      'if-kept':
        'answered back from Deleted Items where that is allowed; else an own entry in its place and a mail to the organizer',
    },
  },
  undoTentative: {
    about: 'undo of a tentative answer to an invite that was open',
    says: { exact: 'open again', 'stays-tentative': 'stays tentative: there is no way back to open' },
  },
  declineKeepsEntry: {
    about: 'a declined invite',
    says: { true: 'stays in the calendar', false: 'moves to Deleted Items' },
  },
  proposeTime: {
    about: 'another time',
    says: { native: 'a proposal that the organizer can accept', 'in-comment': 'a line of the comment' },
  },
  focusTime: {
    about: 'time that is held free',
    says: {
      'native-or-busy': 'focus time; a busy entry where the account has none',
      busy: 'a busy entry of the category “Focus time”',
    },
  },
  freeBusyKinds: {
    about: 'what free and busy tells',
    says: { 'busy-only': 'busy or not', 'by-kind': 'busy, tentative, out of office, elsewhere' },
  },
  workingHours: {
    about: 'working hours of the owner',
    says: { known: 'days, times and zone', 'zone-only': 'only the zone: the policy says the hours' },
  },
  subscriptionDays: { about: 'a subscription lasts', says: (value) => `${value} days at most` },
  disconnecting: {
    about: 'a person disconnects',
    says: {
      'ends-the-grant': 'the grant ends at the calendar too',
      'forgets-it': 'the gate forgets its key; the person removes the application at myapps.microsoft.com',
    },
  },
  renewal: {
    about: 'its renewal',
    says: {
      'new-subscription': 'a new one, then the old one is ended',
      'same-subscription': 'the same one, longer',
    },
  },
  notificationNames: {
    about: 'a notification names',
    says: { mailbox: 'the mailbox', entry: 'the mailbox and the entry' },
  },
};

function cell(name: keyof Capabilities, capabilities: Capabilities): string {
  const { says } = words[name];
  const value = capabilities[name];
  if (typeof says === 'function') return says(Number(value));
  return (says as Readonly<Record<string, string>>)[String(value)] ?? '';
}

const capabilityTable = [
  '|  | Google Calendar | Outlook (Microsoft Graph) |',
  '| --- | --- | --- |',
  ...Object.keys(words).map((key) => {
    const name = key as keyof Capabilities;
    return `| ${words[name].about} | ${cell(name, googleCapabilities)} | ${cell(name, microsoftCapabilities)} |`;
  }),
].join('\n');

const problemTable = [
  '| code | means | who acts | again |',
  '| --- | --- | --- | --- |',
  ...Object.entries(providerProblems).map(
    ([code, { meaning, actor, retry }]) =>
      `| \`${code}\` | ${meaning} | ${actor} | ${retry.replace('-', ' ')} |`,
  ),
].join('\n');

const parts = [
  [
    '<!-- capabilities: made from src/providers/*/capabilities.ts -->',
    '<!-- end of capabilities -->',
    capabilityTable,
  ],
  ['<!-- problems: made from src/app/ports/problem.ts -->', '<!-- end of problems -->', problemTable],
] as const;

// Written anew by: UPDATE_DOCS=1 npm test -- test/providers/calendars-page
beforeAll(() => {
  if (!process.env.UPDATE_DOCS) return;
  let text = readFileSync(page, 'utf8');
  for (const [begin, end, table] of parts)
    text = `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${table}\n\n${text.slice(text.indexOf(end))}`;
  writeFileSync(page, text);
});

describe('the page about the calendars', () => {
  it.each(parts)('has what follows %s, as it is in the code', (begin, end, table) => {
    const text = readFileSync(page, 'utf8');
    expect(text).toContain(`${begin}\n\n${table}\n\n${end}`);
  });

  it('has words for every value', () => {
    const [, , ...rows] = capabilityTable.split('\n');
    for (const row of rows) expect(row).toMatch(/^\| [^|]{3,} \| [^|]{3,} \| [^|]{3,} \|$/);
  });
});
