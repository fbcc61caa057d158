import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { momentText } from '../when.ts';
import { Calendars } from './calendars.tsx';
import { Letter, MoreInvites } from './invite-forms.tsx';
import { LiveLog } from './live-log.tsx';
import { logTexts } from './log-texts.ts';
import { sandboxTexts } from './sandbox-texts.ts';
import type { SandboxView } from './sandbox-view.ts';
import { ClockForm, FaultForm, PeopleList } from './world-forms.tsx';

type Place = 'log' | 'clock' | 'faults';

/** Where an act is that leads back with this code. */
function placeOf(said: string): Place {
  if (said === 'invite-sent') return 'log';
  return said === 'time-passed' ? 'clock' : 'faults';
}

/** The invented company: an invite to send, what happens then, both calendars, the clock, faults, and who there is. */
export function sandboxPage(view: SandboxView, frame: PageFrame): string {
  const texts = sandboxTexts[frame.language];
  const saidIn = (place: Place): string | null => {
    const { said } = frame;
    if (said === null || !Object.hasOwn(texts.said, said) || placeOf(said) !== place) return null;
    return texts.said[said] ?? null;
  };
  const { answersStoppedMs, zone } = view;
  const stopped =
    answersStoppedMs === null ? null : texts.leadStopped(momentText(answersStoppedMs, { ...frame, zone }));
  return appPage(
    frame,
    { title: texts.title, current: 'sandbox', isRefused: view.written !== null },
    <>
      <h1>{texts.title}</h1>
      {stopped === null ? <p class="lead">{texts.lead}</p> : <p class="notice">{stopped}</p>}
      <nav class="row sandbox-jumps" aria-label={texts.jump}>
        <a href="#log">{logTexts[frame.language].title}</a>
        <a href="#calendars">{texts.calendars.title}</a>
        <a href="#clock">{texts.clock.title}</a>
        <a href="#faults">{texts.faults.title}</a>
        <a href="#people">{texts.people.title}</a>
      </nav>
      <div class="sandbox-stage">
        <Letter view={view} frame={frame} />
        <LiveLog log={view.log} said={saidIn('log')} frame={frame} />
        <MoreInvites view={view} frame={frame} />
      </div>
      <div class="stack">
        <Calendars view={view.calendars} frame={frame} />
        <div class="grid-2">
          <ClockForm view={view} said={saidIn('clock')} frame={frame} />
          <FaultForm view={view} said={saidIn('faults')} frame={frame} />
        </div>
        <PeopleList view={view} frame={frame} />
      </div>
    </>,
  );
}
