import { appPage } from '../app-page.tsx';
import type { FrameRole, PageFrame } from '../page-frame.ts';
import { Field } from '../parts.tsx';
import { type NoticeKind, noticeTexts } from './notice-texts.ts';

/**
 * A page that says why there is no page, and where to go.
 *
 * @param mayOpen of `forbidden`: the roles that would have it
 * @param typed of `expired`: a text that was typed and not saved, to be copied; empty where there is none
 */
export function noticePage(
  kind: NoticeKind,
  frame: PageFrame,
  mayOpen: readonly FrameRole[] = [],
  typed = '',
): string {
  const texts = noticeTexts[frame.language];
  const { title, text, next } = texts.notices[kind];
  const who = mayOpen.map((role) => texts.roles[role]).join(` ${texts.or} `);
  return appPage(
    frame,
    { title, current: 'none' },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {who !== '' && <p>{texts.mayOpen(who)}</p>}
      {typed !== '' && (
        <Field label={texts.typed} hint={texts.typedHint}>
          <textarea
            {...{ class: 'code', name: 'typed', rows: 16, value: typed, readOnly: true, wrap: 'off' }}
          />
        </Field>
      )}
      <p class="actions">
        <a class="button" href={next.href}>
          {next.label}
        </a>
      </p>
    </div>,
  );
}
