import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField } from '../parts.tsx';
import { dayText, momentText } from '../when.ts';
import type { Inbox, InboxView, Shelf } from './case-view-types.ts';
import { InboxList } from './inbox-list.tsx';
import { inboxTexts } from './inbox-texts.ts';
import { ruleWords } from './rule-words.ts';
import { saidText } from './said-texts.ts';
import { shownName } from './shown-text.tsx';

/**
 * The inbox of a person: which of their meetings need them, what was done about the others, and why.
 *
 * @param version of what the list shows, see `InboxList`
 */
export function inboxPage(view: InboxView, frame: PageFrame, version: string): string {
  const texts = inboxTexts[frame.language];
  const page = { title: texts.title, current: 'cases', said: saidText(frame) } as const;
  if (view.kind === 'not-connected')
    return appPage(frame, page, <NotConnected address={view.address} frame={frame} />);
  return appPage(
    frame,
    page,
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <Notices inbox={view} frame={frame} />
      <Shelves inbox={view} frame={frame} />
      <InboxList inbox={view} frame={frame} version={version} />
      <p id="case-news" role="status" class="visually-hidden" />
    </>,
  );
}

const shelves: readonly Shelf[] = ['needs-you', 'answered', 'all'];

function Shelves({ inbox, frame }: { inbox: Inbox; frame: PageFrame }) {
  const texts = inboxTexts[frame.language];
  return (
    <nav class="row case-shelves" aria-label={texts.shelfLabel}>
      {shelves.map((shelf) => (
        <a
          class="button quiet"
          href={`/cases?show=${shelf}`}
          aria-current={shelf === inbox.shelf ? 'page' : undefined}
        >
          {texts.shelves[shelf]}
          {shelf === 'needs-you' && inbox.needsYou > 0 && <span class="badge time">{inbox.needsYou}</span>}
        </a>
      ))}
    </nav>
  );
}

function Notices({ inbox, frame }: { inbox: Inbox; frame: PageFrame }) {
  const texts = inboxTexts[frame.language];
  const { observing, isPaused, stoppedMs, problem } = inbox;
  return (
    <>
      {isPaused && (
        <form class="case-notice row" method="post" action="/protections/pause">
          <CsrfField frame={frame} />
          <input type="hidden" name="pause" value="off" />
          <span>{texts.paused}</span>
          <button type="submit" class="quiet">
            {texts.endPause}
          </button>
        </form>
      )}
      {problem !== null && <p class="case-notice">{texts.problem}</p>}
      {stoppedMs !== null && <p class="case-notice">{texts.stopped(momentText(stoppedMs, frame))}</p>}
      {observing !== null && <Observing observing={observing} frame={frame} />}
    </>
  );
}

function Observing({
  observing: { untilMs, byRule },
  frame,
}: {
  observing: NonNullable<Inbox['observing']>;
  frame: PageFrame;
}) {
  const texts = inboxTexts[frame.language].observing;
  const rules = Object.entries(byRule);
  return (
    <section class="case-notice">
      <h2>{texts.title(untilMs === null ? null : dayText(untilMs, frame))}</h2>
      <p>{texts.text}</p>
      <p>{rules.length === 0 ? texts.nothing : texts.soFar}</p>
      {rules.length > 0 && (
        <ul>
          {rules.map(([rule, count]) => (
            <li>
              {ruleWords(rule, frame.language)?.name ?? shownName(rule)}: {texts.count(count)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NotConnected({ address, frame }: { address: string; frame: PageFrame }) {
  const { title, text, how, own } = inboxTexts[frame.language].notConnected;
  return (
    <div class="case-narrow">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>{how}</p>
      <pre lang="en">
        {['google', 'microsoft'].map(
          (provider) => `npx meeting-gatekeeper connect ${provider} --hint ${shownName(address)}\n`,
        )}
      </pre>
      <p class="soft">{own}</p>
    </div>
  );
}
