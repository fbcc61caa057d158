import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longestRead, ownWords } from '../../../../src/core/signals/wording/own-words.ts';
import { anyText } from '../../../support/any-text.ts';

const kept = (text: string): string[] => ownWords(text).map(({ start, end }) => text.slice(start, end));
const rule = '_'.repeat(60);
const meetRule = '-::~:~::~:~:~:~:~:~:~:~:~:~:~::~:~::-';

const conferences: readonly (readonly [name: string, block: string])[] = [
  [
    'Teams in English',
    `${rule}\nMicrosoft Teams Need help?\nJoin the meeting now\nMeeting ID: 312 445 889 12\nPasscode: aB3dE9\n${rule}\nDial in by phone\n+49 69 365057,,12345678# Germany, Frankfurt am Main\nFind a local number\nPhone conference ID: 123 456 78#\nFor organizers: Meeting options | Reset dial-in PIN\n${rule}`,
  ],
  [
    'Teams in German',
    `${rule}\nMicrosoft Teams Benötigen Sie Hilfe?\nJetzt an der Besprechung teilnehmen\nBesprechungs-ID: 312 445 889 12\nPasscode: xyz\n${rule}\nPer Telefon einwählen\n+49 69 365057,,12345678# Germany, Frankfurt am Main\nLokale Nummer suchen\nTelefonkonferenz-ID: 123 456 78#\nFür Organisatoren: Besprechungsoptionen | Einwahl-PIN zurücksetzen\n${rule}`,
  ],
  [
    'Teams of before 2024 in German',
    `${rule}\nMicrosoft Teams-Besprechung\nNehmen Sie auf dem Computer, in der mobilen App oder im Raumgerät teil\nHier klicken, um an der Besprechung teilzunehmen\nBesprechungs-ID: 312 445 889 12\nTeams herunterladen | Im Web beitreten\nWeitere Infos | Besprechungsoptionen\n${rule}`,
  ],
  [
    'Zoom in English',
    'Sam Keller is inviting you to a scheduled Zoom meeting.\n\nTopic: Budget\nTime: Nov 21, 2026 10:00 AM Paris\n\nJoin Zoom Meeting\nhttps://us02web.zoom.us/j/123456789?pwd=abc\n\nMeeting ID: 123 456 789\nPasscode: 123456\n\n---\n\nOne tap mobile\n+13017158592,,123456789#,,,,*123456# US (Washington DC)\n\nDial by your location\n• +1 301 715 8592 US (Washington DC)\nFind your local number: https://us02web.zoom.us/u/abc',
  ],
  [
    'Zoom in German',
    'Sam Keller lädt Sie zu einem geplanten Zoom-Meeting ein.\n\nThema: Budget\nUhrzeit: 21.Nov. 2026 10:00 AM Paris\n\nZoom-Meeting beitreten\nhttps://us02web.zoom.us/j/123456789?pwd=abc\n\nMeeting-ID: 123 456 789\nKenncode: 123456\n\nSchnelleinwahl mobil\n+496938079883,,123456789#,,,,*123456# Deutschland\nOrtseinwahl suchen: https://us02web.zoom.us/u/abc',
  ],
  [
    'Meet in English',
    `${meetRule}\nJoin with Google Meet: https://meet.google.com/abc-defg-hij\nOr dial: (US) +1 123-456-7890 PIN: 123456789#\nMore phone numbers: https://tel.meet/abc?pin=123\nLearn more about Meet at: https://support.google.com/a/users/answer/9282720\n\nPlease do not edit this section.\n${meetRule}`,
  ],
  [
    'Meet in German',
    `${meetRule}\nÜber Google Meet teilnehmen: https://meet.google.com/abc-defg-hij\nOder per Telefon: (DE) +49 40 8081617123 PIN: 123456789#\nWeitere Telefonnummern: https://tel.meet/abc?pin=123\nBitte bearbeiten Sie diesen Abschnitt nicht.\n${meetRule}`,
  ],
  [
    'Webex in English',
    "-- Do not delete or change any of the following text. --\n\nWhen it's time, join your Webex meeting here.\n\nJoin meeting\nhttps://acme.webex.com/acme/j.php?MTID=m1\nJoin by meeting number\nMeeting number (access code): 2345 678 9012\nMeeting password: abc123\n\nTap to join from a mobile device (attendees only)\n+1-650-479-3208,,23456789012## Call-in toll number (US/Canada)\nJoin from a video system or application\nDial 23456789012@acme.webex.com\nYou can also dial 173.243.2.68 and enter your meeting number.\n\nNeed help? Go to https://help.webex.com",
  ],
  [
    'Webex in German',
    '-- Diesen Text bitte nicht löschen oder ändern. --\n\nTreten Sie Ihrem Webex-Meeting hier bei.\n\nMeeting beitreten\nhttps://acme.webex.com/acme/j.php?MTID=m1\nMeeting-Kennnummer (Zugriffscode): 2345 678 9012\nMeeting Passwort: abc123\nTippen Sie, um mit Mobilgerät beizutreten (nur für Teilnehmer)\nSie können auch 62.109.219.4 wählen und Ihre Meeting-Nummer eingeben.',
  ],
];

const quoted: readonly (readonly [name: string, mail: string])[] = [
  [
    'Outlook',
    `${rule}\nFrom: Ann <ann@acme.example>\nSent: Friday, 20 November 2026 09:12\nTo: Sam\nSubject: Layoffs`,
  ],
  [
    'Outlook in German',
    'Von: Ann <ann@acme.example>\nGesendet: Freitag, 20. November 2026\nAn: Sam\nBetreff: Kündigung',
  ],
  ['Outlook made text', '*From:* Ann\n*Sent:* Friday\n*To:* Sam'],
  ['Outlook of old', '-----Original Message-----'],
  ['Gmail', 'On Fri, Nov 20, 2026 at 9:12 AM Ann Berg <ann@acme.example> wrote:'],
  [
    'Gmail with a long name',
    'On Fri, Nov 20, 2026 at 9:12 AM Annabelle Longname-Berg of Somewhere <\nann@acme.example> wrote:',
  ],
  ['Gmail in German', 'Am Fr., 20. Nov. 2026 um 09:12 Uhr schrieb Ann Berg <ann@acme.example>:'],
  ['Gmail forwarding', '---------- Forwarded message ---------'],
  ['Apple Mail', 'Begin forwarded message:'],
];

describe('conferencing text', () => {
  it.each(conferences)('of %s is not the writer’s', (_, block) => {
    expect(kept(`We go through the budget.\n\n${block}`)).toEqual(['We go through the budget.']);
  });

  it('ends at its divider, and what follows is the writer’s again', () => {
    expect(kept(`${conferences[0]?.[1]}\nBring your numbers.`)).toEqual(['Bring your numbers.']);
  });

  it('without a divider ends where prose begins', () => {
    const prose = 'Before that I would like all of you to read the draft.';
    expect(kept(`Join Zoom Meeting\nhttps://zoom.us/j/1\n${prose}`)).toEqual([prose]);
  });
});

describe('quoted mail', () => {
  it.each(quoted)('in the style of %s is cut, and all after it', (_, mail) => {
    expect(kept(`Let us talk.\n\n${mail}\nWe must dismiss people.`)).toEqual(['Let us talk.']);
  });

  it('of one line between own ones is left out by its mark', () => {
    expect(kept('First.\n> Quoted.\nLast.')).toEqual(['First.', 'Last.']);
  });
});

describe('signatures', () => {
  it.each(['-- ', '--', '-- \r'])('after %j are cut', (delimiter) => {
    expect(kept(`Let us go through it.\n${delimiter}\nAnn Berg\nHead of Redundancies`)).toEqual([
      'Let us go through it.',
    ]);
  });

  it('are not assumed where a text of its own follows two hyphens without a blank', () => {
    const agenda = 'Budget of the next year, and what each of us gives up for it. '.repeat(6).trim();
    expect(kept(`Agenda\n--\n${agenda}`)).toContain(agenda);
  });
});

describe('prose that only looks like somebody else’s', () => {
  it.each([
    'Pin down the scope of the release together.',
    'Password rotation: who does it, and when do we start?',
    'Passcode to the building changes, please read the note.',
    'Learn more from each other, one example each.',
    'From: now on we decide in writing.',
    'On Friday 20 November 2026 we ship.',
    'Teams that meet decide faster.',
    '10 people, 3 topics, 1 decision',
  ])('stays: %s', (line) => {
    expect(kept(line)).toEqual([line]);
  });
});

describe('any text', () => {
  it('gives spans inside it, in order, that hold no line end', () => {
    const part = fc.oneof(
      anyText({ maxLength: 20 }),
      fc.constantFrom(
        '\n',
        '-- \n',
        'From: a\n',
        'To: b\n',
        'Join Zoom Meeting\n',
        `${rule}\n`,
        '> q\n',
        'prose ',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 15 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of ownWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).not.toContain('\n');
          last = end;
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it.each([
    ['lines of dashes', `${'-'.repeat(399)}\n`],
    ['quote openers without an end', `on ${'a'.repeat(300)} wrote\n`],
    ['header after header', 'from: x\n\n'],
    ['telephone numbers', `+${'1 '.repeat(150)}\n`],
  ])('is read up to its limit and no further, even %s', (_, line) => {
    const spans = ownWords(line.repeat(Math.ceil(1_000_000 / line.length)));
    expect(spans.at(-1)?.end ?? 0).toBeLessThanOrEqual(longestRead);
  });
});
