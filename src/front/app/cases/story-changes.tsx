import type { PageFrame } from '../page-frame.ts';
import type { Story } from './case-view-types.ts';
import { calendarNames, changesTexts } from './changes-texts.ts';
import { shownSentence } from './shown-text.tsx';

/** What is proposed; where it waits for the owner, also where they act on it: nothing of it happens by itself. */
export function StoryChanges({ story, frame }: { story: Story; frame: PageFrame }) {
  const { changes, status, isOwn, provider } = story;
  const texts = changesTexts[frame.language];
  const isProposed = status.state === 'proposed';
  if (!isProposed && changes.length === 0) return null;
  const waiting = changes.length > 0 ? texts.proposed : texts.nothingProposed;
  const yourself = isOwn ? texts.changeYourself : texts.answerYourself;
  return (
    <section class="card">
      <h2>{isProposed ? waiting : texts.helpful}</h2>
      {changes.length > 0 && (
        <ul>
          {changes.map((each) => (
            <Change change={each} frame={frame} />
          ))}
        </ul>
      )}
      {isProposed && <p>{yourself(calendarNames[provider])}</p>}
    </section>
  );
}

/** As core writes other times: `Propose Thu 2026-11-26 14:00 or … instead.` */
const otherTimes = /^Propose (to move the series to )?(.{1,120}) instead\.$/;
const germanDays: Readonly<Record<string, string>> = {
  ...{ Mon: 'Mo.', Tue: 'Di.', Wed: 'Mi.', Thu: 'Do.', Fri: 'Fr.', Sat: 'Sa.', Sun: 'So.' },
};

/** A sentence of core, which is English; other times are told in the reader's language. */
function Change({ change, frame }: { change: string; frame: PageFrame }) {
  const shown = shownSentence(change, frame);
  const [, series, times] = (frame.language === 'de' && otherTimes.exec(shown)) || [];
  if (times === undefined) return <li lang="en">{shown}</li>;
  const german = times
    .replaceAll(' or ', ' oder ')
    .replace(/\b[A-Z][a-z]{2}(?= \d{2}:\d{2})/g, (day) => germanDays[day] ?? day);
  return (
    <li>
      {series === undefined ? 'Andere Zeit' : 'Andere Zeit für die Serie'}: {german}
    </li>
  );
}
