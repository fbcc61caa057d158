import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { Calendars } from './calendars.tsx';
import { Letter, MoreInvites } from './invite-forms.tsx';
import { LiveLog } from './live-log.tsx';
import { sandboxTexts } from './sandbox-texts.ts';
import type { SandboxView } from './sandbox-view.ts';
import { ClockForm, FaultForm, PeopleList } from './world-forms.tsx';

/** The invented company: an invite to send, what happens then, both calendars, the clock, faults, and who there is. */
export function sandboxPage(view: SandboxView, frame: PageFrame): string {
  const texts = sandboxTexts[frame.language];
  const { said } = frame;
  const sentence = said !== null && Object.hasOwn(texts.said, said) ? texts.said[said] : null;
  return appPage(
    frame,
    { title: texts.title, current: 'sandbox', said: sentence ?? null },
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <div class="sandbox-stage">
        <Letter view={view} frame={frame} />
        <LiveLog log={view.log} frame={frame} />
        <MoreInvites view={view} frame={frame} />
      </div>
      <div class="stack">
        <Calendars view={view.calendars} frame={frame} />
        <div class="grid-2">
          <ClockForm view={view} frame={frame} />
          <FaultForm view={view} frame={frame} />
        </div>
        <PeopleList view={view} frame={frame} />
      </div>
    </>,
  );
}
