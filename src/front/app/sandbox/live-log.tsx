import { renderToString } from 'preact-render-to-string';
import { displayText } from '../../plain-text.ts';
import { ruleWords } from '../cases/rule-words.ts';
import type { PageFrame } from '../page-frame.ts';
import { Badge, type BadgeTone, CsrfField } from '../parts.tsx';
import { momentText, readersDates } from '../when.ts';
import { logTexts } from './log-texts.ts';
import { Said } from './said.tsx';
import type { HappeningView, LogView } from './sandbox-view.ts';

const longestTitle = 120;
const longestWords = 1_000;
const longestReason = 300;
const longestRead = 5_000;
const mostLines = 60;
const logId = 'happenings';
const pollId = 'happenings-next';

/** What happened so far, newest first; with script new lines come in at the top by themselves. */
export function LiveLog({ log, said, frame }: { log: LogView; said: string | null; frame: PageFrame }) {
  const texts = logTexts[frame.language];
  return (
    <section class="card sandbox-log" id="log" aria-labelledby="log-title">
      <div class="row sandbox-head">
        <h2 id="log-title">{texts.title}</h2>
        <a href="/sandbox#log">{texts.lookAgain}</a>
      </div>
      <Said sentence={said} />
      <div class="sandbox-lines" role="log" aria-labelledby="log-title">
        <ol id={logId} reversed>
          <Lines log={log} frame={frame} />
        </ol>
        <p class="soft sandbox-none">{texts.empty}</p>
        <details class="sandbox-rest">
          <summary>
            <span class="more">{texts.more}</span>
            <span class="fewer">{texts.fewer}</span>
          </summary>
        </details>
      </div>
      <NextLook place={log.place} />
    </section>
  );
}

/** Lines to put on top of those that are shown, and the next look in place of this one. */
export function newLines(log: LogView, frame: PageFrame): string {
  return renderToString(
    <>
      <Lines log={log} frame={frame} />
      <NextLook place={log.place} isNext />
    </>,
  );
}

/** Newest first. A mail stands under the line that it tells of, where the reader's page has that line. */
function Lines({ log, frame: given }: { log: LogView; frame: PageFrame }) {
  const frame = { ...given, zone: log.zone };
  const shown = new Set(log.lines.map(({ number }) => number));
  const isUnder = ({ tellsOf }: HappeningView) => tellsOf !== null && tellsOf >= log.earliest;
  const mails = Map.groupBy(log.lines.filter(isUnder), ({ tellsOf }) => tellsOf);
  const late = [...mails].filter(([number]) => number !== null && !shown.has(number));
  return (
    <>
      {log.lines
        .toReversed()
        .map((line) =>
          isUnder(line) ? null : (
            <Line key={line.number} line={line} mails={mails.get(line.number) ?? []} frame={frame} />
          ),
        )}
      {late.map(([number, own]) => (
        <div hx-swap-oob={`beforeend:#${mailsId(number ?? 0)}`}>
          <Mails mails={own} frame={frame} />
        </div>
      ))}
    </>
  );
}

const mailsId = (number: number): string => `mails-${number}`;

function Mails({ mails, frame }: { mails: readonly HappeningView[]; frame: PageFrame }) {
  return (
    <>
      {mails.map((mail) => (
        <details class="told">
          <summary>{logTexts[frame.language].told(displayText(mail.from, longestTitle))}</summary>
          <Quoted words={`${mail.title ?? ''}\n\n${mail.words ?? ''}`} />
        </details>
      ))}
    </>
  );
}

function NextLook({ place, isNext = false }: { place: string; isNext?: boolean }) {
  return (
    <div
      id={pollId}
      hidden
      hx-get={`/sandbox/happenings?since=${encodeURIComponent(place)}`}
      hx-trigger="every 1s"
      hx-target={`#${logId}`}
      hx-swap="afterbegin"
      {...(isNext ? { 'hx-swap-oob': 'true' } : {})}
    />
  );
}

const tones: Readonly<Record<NonNullable<HappeningView['answer']>, BadgeTone>> = {
  needsAction: 'unclear',
  accepted: 'done',
  tentative: 'async',
  declined: 'time',
};

interface LineProps {
  readonly line: HappeningView;
  readonly mails: readonly HappeningView[];
  readonly frame: PageFrame;
}

function Line({ line, mails, frame }: LineProps) {
  const texts = logTexts[frame.language];
  const { answer, subject, offerPath } = line;
  return (
    <li class={`happened ${line.kind}`}>
      <p class="row">
        <time dateTime={new Date(line.atMs).toISOString()}>{momentText(line.atMs, frame)}</time>
        {answer !== null && <Badge tone={tones[answer]}>{texts.badges[answer]}</Badge>}
      </p>
      <p class="sentence">{sentenceOf(line, frame)}</p>
      {answer !== 'needsAction' && <Reasons subject={subject} frame={frame} />}
      <Words line={line} frame={frame} />
      <div id={mailsId(line.number)}>
        <Mails mails={mails} frame={frame} />
      </div>
      {(offerPath !== null || subject !== null) && (
        <div class="row">
          {offerPath !== null && (
            <a class="button quiet" href={offerPath}>
              {texts.offer}
            </a>
          )}
          {subject !== null && <LookAs subject={subject} frame={frame} />}
        </div>
      )}
    </li>
  );
}

/** Why, in the reader's language where the rule has a sentence in it, and in the gate's own English words. */
function Reasons({ subject, frame }: { subject: HappeningView['subject']; frame: PageFrame }) {
  if (subject === null) return null;
  const isForeign = frame.language !== 'en';
  const words = isForeign && subject.rule !== null ? ruleWords(subject.rule, frame.language) : null;
  return (
    <>
      {words !== null && <p class="because">{words.sentence}</p>}
      {subject.because.map((reason) => (
        <p class="because" {...(isForeign ? { lang: 'en' } : {})}>
          {readersDates(displayText(reason, longestReason), frame)}
        </p>
      ))}
    </>
  );
}

function Words({ line: { kind, words }, frame }: { line: HappeningView; frame: PageFrame }) {
  const isSent = displayText(words ?? '', longestWords) !== '';
  if (!isSent || kind === 'invitation' || kind === 'update') return null;
  return (
    <details>
      <summary>{logTexts[frame.language].words}</summary>
      <Quoted words={words ?? ''} />
    </details>
  );
}

/** In the paragraphs in which it was sent. */
function Quoted({ words }: { words: string }) {
  const lines = words.slice(0, longestRead).split(/\r?\n/, mostLines);
  const shown = lines.map((line) => displayText(line, longestWords)).join('\n');
  return <blockquote dir="auto">{shown.replaceAll(/\n{3,}/g, '\n\n').trim()}</blockquote>;
}

function LookAs({ subject, frame }: { subject: NonNullable<HappeningView['subject']>; frame: PageFrame }) {
  return (
    <form method="post" action="/sign-in/as">
      <CsrfField frame={frame} />
      <input type="hidden" name="address" value={subject.owner.address} />
      <input type="hidden" name="to" value={`/cases/${subject.id}`} />
      <button class="link" type="submit">
        {logTexts[frame.language].lookAs(displayText(subject.owner.name, longestTitle))}
      </button>
    </form>
  );
}

function sentenceOf(line: HappeningView, frame: PageFrame): string {
  const texts = logTexts[frame.language];
  const { kind, answer, subject, fault } = line;
  const [from = '', ...guests] = [line.from, ...line.to].map((name) => displayText(name, longestTitle));
  const to = new Intl.ListFormat(frame.locale, { type: 'conjunction' }).format(guests);
  const title = quoted(line.title ?? '', frame) || texts.untitled;
  if (kind === 'clock') return texts.moved(line.due ?? 0);
  if (kind === 'fault') return fault === null ? '' : texts.failed(fault);
  if (kind === 'invitation') return texts.invited(from, to, title);
  if (kind === 'update') return texts.updated(from, to, title);
  if (kind === 'cancellation') return texts.cancelled(from, to, title);
  if (kind === 'answer') return texts.answered[answer ?? 'needsAction'](from, title);
  if (kind === 'judged' && subject?.paused) return texts.paused(from, title);
  if (kind === 'judged') return texts.judged[subject?.verdict ?? 'skip'](from, title);
  if (kind === 'document-shared') return texts.shared(from, to, title);
  return line.to.length === 1 && line.to[0] === from
    ? texts.ownMail(from, title)
    : texts.mail(from, to, title);
}

/** In the quotation marks of the language, and apart from the direction of the sentence (Unicode UAX 9, isolates). */
function quoted(text: string, { language }: PageFrame): string {
  const shown = displayText(text, longestTitle);
  if (shown === '') return '';
  return language === 'de' ? `„\u2068${shown}\u2069“` : `“\u2068${shown}\u2069”`;
}
