import { displayText } from '../plain-text.ts';
import { frameTexts, languageNames } from './frame-texts.ts';
import { type NavKey, navEntries } from './nav.ts';
import type { PageFrame } from './page-frame.ts';
import { CsrfField } from './parts.tsx';
import type { Language } from './texts.ts';

interface HeaderProps {
  readonly frame: PageFrame;
  readonly current: NavKey;
}

const longestName = 60;

/**
 * Name of the product, navigation, and who is signed in. On a narrow screen both are inside a menu that opens without
 * script; the style shows one of the two.
 */
export function PageHeader({ frame, current }: HeaderProps) {
  const texts = frameTexts[frame.language];
  const hasEntries = navEntries(frame).length > 0;
  return (
    <header class="page-head">
      {frame.isSandbox && (
        <p class="invented">
          {texts.invented}{' '}
          <a href={`/sign-in?to=${encodeURIComponent(frame.path.toWellFormed())}`}>
            {frame.viewer === null ? texts.beSomebody : texts.beSomebodyElse}
          </a>
        </p>
      )}
      <div class="bar">
        <a class="brand" href="/">
          <GateMark />
          Meeting Gatekeeper
        </a>
        <div class={hasEntries ? 'tools wide' : 'tools'}>
          <Tools frame={frame} />
        </div>
        {hasEntries && (
          <details class="menu">
            <summary>{texts.menu}</summary>
            <div class="menu-sheet">
              <Entries frame={frame} current={current} />
              <div class="tools">
                <Tools frame={frame} />
              </div>
            </div>
          </details>
        )}
      </div>
      {hasEntries && (
        <div class="tabs wide">
          <Entries frame={frame} current={current} />
        </div>
      )}
    </header>
  );
}

function Entries({ frame, current }: HeaderProps) {
  const texts = frameTexts[frame.language];
  return (
    <nav aria-label={texts.navLabel}>
      <ul>
        {navEntries(frame).map((entry) => (
          <li key={entry}>
            <a href={`/${entry}`} {...(entry === current && { 'aria-current': 'page' as const })}>
              {texts.nav[entry]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tools({ frame }: { frame: PageFrame }) {
  const texts = frameTexts[frame.language];
  const { viewer } = frame;
  return (
    <>
      {viewer !== null && (
        <p class="who">
          <span class="soft">{texts.signedInAs}</span>{' '}
          <b title={viewer.address}>{displayText(viewer.name ?? viewer.address, longestName)}</b>
        </p>
      )}
      <LanguageForm frame={frame} />
      {viewer !== null && (
        <form method="post" action="/sign-out">
          <CsrfField frame={frame} />
          <button class="link" type="submit">
            {texts.signOut}
          </button>
        </form>
      )}
    </>
  );
}

function LanguageForm({ frame }: { frame: PageFrame }) {
  const other: Language = frame.language === 'en' ? 'de' : 'en';
  return (
    <form method="post" action="/language">
      <CsrfField frame={frame} />
      <input type="hidden" name="to" value={frame.path} />
      <button class="link" type="submit" name="language" value={other} lang={other}>
        {languageNames[other]}
      </button>
    </form>
  );
}

function GateMark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
      <path d="M4 21V11a8 8 0 0 1 16 0v10M12 8v13M8 12v9M16 12v9" />
    </svg>
  );
}
