import { renderToString } from 'preact-render-to-string';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Empty } from '../parts.tsx';
import { whenText } from '../when.ts';
import type { Inbox, InboxCase } from './case-view-types.ts';
import { inboxTexts } from './inbox-texts.ts';
import { outcomeSentences } from './outcome.ts';
import { Because, shownOrganizer, shownTitle, VerdictBadge } from './shown-text.tsx';

/** How often the list looks whether something has changed. */
const refreshing = 'every 15s';
const undoNote = 'undo-note';

/**
 * The list of one shelf. On its first page it asks for itself again and again, and is replaced only where something has
 * changed: ids on everything that can have the focus let htmx keep it.
 *
 * @param version of what is shown; the server answers with nothing while it is the same
 */
export function InboxList({ inbox, frame, version }: { inbox: Inbox; frame: PageFrame; version: string }) {
  const { shelf, cases, older, isFirstPage } = inbox;
  const texts = inboxTexts[frame.language];
  const path = `/cases?show=${shelf}`;
  const polling = isFirstPage
    ? {
        'hx-get': `${path}&since=${version}`,
        'hx-trigger': refreshing,
        'hx-swap': 'outerHTML',
        'hx-target': '#case-list',
      }
    : {};
  return (
    <section id="case-list" aria-label={texts.listLabel[shelf]} {...polling}>
      {cases.length === 0 ? (
        <NothingHere inbox={inbox} frame={frame} />
      ) : (
        <>
          <p class="soft">{texts.order[shelf]}</p>
          {hasUndoNote(inbox) && (
            <p class="soft" id={undoNote}>
              {texts.undoOnOutlook}
            </p>
          )}
          <ul class="card case-rows">
            {cases.map((each) => (
              <CaseRow shown={each} inbox={inbox} frame={frame} />
            ))}
          </ul>
        </>
      )}
      {(older !== null || !isFirstPage) && (
        <nav class="row case-pages" aria-label={texts.shelfLabel}>
          {!isFirstPage && (
            <a class="button quiet" id="case-newest" href={path}>
              {texts.newest}
            </a>
          )}
          {older !== null && (
            <a class="button quiet" id="case-older" href={`${path}&after=${older}`} rel="next">
              {texts.older}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

/** The list alone, as htmx puts it in the place of the one before, with a sentence for those who cannot see it. */
export function inboxPart(inbox: Inbox, frame: PageFrame, version: string): string {
  return renderToString(
    <>
      <InboxList inbox={inbox} frame={frame} version={version} />
      <p id="case-news" role="status" class="visually-hidden" hx-swap-oob="innerHTML">
        {inboxTexts[frame.language].changed(inbox.needsYou)}
      </p>
    </>,
  );
}

function CaseRow({ shown, inbox, frame }: { shown: InboxCase; inbox: Inbox; frame: PageFrame }) {
  const { id, verdict, reason, isOccurrence, startMs, endMs } = shown;
  const texts = inboxTexts[frame.language];
  const title = shownTitle(shown, frame);
  const facts = [
    whenText(startMs, endMs, frame),
    isOccurrence ? texts.occurrence : null,
    shownOrganizer(shown, frame),
  ];
  const [done, ...more] = outcomeSentences(shown, verdict, frame);
  return (
    <li class="case-row">
      <div class="case-text">
        <p class="case-head">
          <VerdictBadge verdict={verdict} status={shown} frame={frame} />
          <span class="soft">{facts.filter((fact) => fact !== null).join(' · ')}</span>
        </p>
        <h2>
          <a id={`case-${id}`} href={`/cases/${id}`}>
            {title}
          </a>
        </h2>
        <p>
          <strong>{done}</strong> {more.join(' ')} {reason !== null && <Because {...reason} frame={frame} />}
        </p>
      </div>
      {mayUndo(shown) && (
        <form method="post" action={`/cases/${id}/undo`}>
          <CsrfField frame={frame} />
          <input type="hidden" name="back" value={inbox.shelf} />
          <button
            id={`undo-${id}`}
            type="submit"
            class="quiet"
            aria-label={texts.undoOf(title)}
            aria-describedby={hasUndoNote(inbox) ? undoNote : undefined}
          >
            {texts.undo}
          </button>
        </form>
      )}
    </li>
  );
}

function NothingHere({ inbox: { shelf }, frame }: { inbox: Inbox; frame: PageFrame }) {
  const texts = inboxTexts[frame.language];
  const action =
    frame.isSandbox && shelf === 'all' ? { label: texts.emptySandbox, href: '/sandbox' } : undefined;
  return <Empty {...texts.empty[shelf]} action={action} />;
}

/** Once above the list: the same sentence in each row would be noise. */
function hasUndoNote({ provider, cases }: Inbox): boolean {
  return provider === 'microsoft' && cases.some(mayUndo);
}

function mayUndo({ answer }: InboxCase): boolean {
  return answer.kind === 'given' || answer.kind === 'being-given';
}
