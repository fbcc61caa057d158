import { renderToString } from 'preact-render-to-string';
import { displayText } from '../plain-text.ts';
import { mailTexts } from './mail-texts.ts';

/** Structure of `OwnerMailWords`; see there. */
export interface OwnerMail {
  readonly about:
    | 'offer'
    | 'question'
    | 'move'
    | 'change'
    | 'answered'
    | 'withdrawn'
    | 'in-doubt'
    | 'answer-in-doubt'
    | 'refused'
    | 'observed'
    | 'fell-back';
  readonly title: string | null;
  readonly whenText: string | null;
  readonly answer: 'declined' | 'tentative' | null;
  readonly because: readonly string[];
  readonly proposals: readonly string[];
  readonly notes: readonly string[];
  readonly caseUrl: string | null;
}

const longestTitle = 80;
const longestSentence = 400;
const mostSentences = 20;

interface Written {
  readonly headline: string;
  readonly meeting: string | null;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly parts: readonly { readonly heading: string | null; readonly lines: readonly string[] }[];
}

/**
 * A mail to the owner of a mailbox: plain text, and the same as HTML. What can be clicked comes first. The title is
 * text of an invite: it becomes one line without control or direction characters, and is escaped.
 */
export function ownerMail(mail: OwnerMail): {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
} {
  const written = write(mail);
  return { subject: subjectOf(mail), text: asText(written), html: asHtml(written) };
}

function subjectOf(mail: OwnerMail): string {
  return `${mailTexts[mail.about].subject(mail.answer)}${mail.title === null ? '' : `: ${nameOf(mail)}`}`;
}

function write(mail: OwnerMail): Written {
  const { headline, action, objection } = mailTexts[mail.about];
  const clean = (lines: readonly string[]) =>
    lines.slice(0, mostSentences).map((line) => displayText(line, longestSentence));
  const when = mail.whenText === null ? '' : `, ${displayText(mail.whenText, longestTitle)}`;
  const isAboutMeeting = mail.title !== null || mail.whenText !== null;
  return {
    headline: headline(mail.answer),
    meeting: isAboutMeeting ? `${nameOf(mail)}${when}` : null,
    links: mail.caseUrl === null ? [] : linksTo(mail.caseUrl, action, objection),
    parts: [
      { heading: 'Why', lines: clean(mail.because) },
      { heading: 'Instead', lines: clean(mail.proposals) },
      { heading: null, lines: clean(mail.notes) },
    ].filter(({ lines }) => lines.length > 0),
  };
}

/** Both open the same page, which acts only when its buttons are pressed; the second at the form. */
function linksTo(url: string, action: string, objection: string | undefined): Written['links'] {
  const first = { label: action, url };
  return objection === undefined ? [first] : [first, { label: objection, url: `${url}#live` }];
}

function nameOf({ title }: OwnerMail): string {
  const shown = title === null ? '' : displayText(title, longestTitle);
  return shown === '' ? 'A meeting' : shown;
}

function asText({ headline, meeting, links, parts }: Written): string {
  const blocks = [
    headline,
    ...(meeting === null ? [] : [meeting]),
    ...links.map(({ label, url }) => `${label}: ${url}`),
    ...parts.map(({ heading, lines }) =>
      [...(heading === null ? [] : [`${heading}:`]), ...lines.map((line) => `- ${line}`)].join('\n'),
    ),
    'Meeting Gatekeeper',
  ];
  return `${blocks.join('\n\n')}\n`;
}

function asHtml({ headline, meeting, links, parts }: Written): string {
  return renderToString(
    <div style="font:16px/1.5 system-ui,sans-serif;max-width:34em">
      <p>{headline}</p>
      {meeting !== null && (
        <p>
          <strong>{meeting}</strong>
        </p>
      )}
      {links.map(({ label, url }) => (
        <p>
          <a href={url}>{label}</a>
        </p>
      ))}
      {parts.map(({ heading, lines }) => (
        <>
          {heading !== null && <p style="margin-bottom:0">{heading}</p>}
          <ul style="margin-top:4px">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ))}
      <p style="color:#5f5b54">Meeting Gatekeeper</p>
    </div>,
  );
}
