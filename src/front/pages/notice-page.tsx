import { pageWith } from './page-frame.tsx';

const notices = {
  unknown: { title: 'Nothing here', text: 'This link opens nothing, or what it opened is gone.' },
  expired: {
    title: 'This link has ended',
    text: 'Links of a meeting end a month after it. The mail that brought you here still says what was done.',
  },
  used: {
    title: 'This was done before',
    text: 'Each button of this link works once. Open the link in your mail again: it shows what stands now.',
  },
  over: {
    title: 'This meeting is over',
    text: 'Nothing can be changed by this link any more. It still shows what was done, for a month.',
  },
  refused: {
    title: 'Not from here',
    text: 'This can only be done on the page of the case itself. Open the link in your mail and press the button there.',
  },
} as const;

/** A page that says why there is nothing to see; the same for everybody. */
export function noticePage(about: keyof typeof notices): string {
  const { title, text } = notices[about];
  return pageWith(
    title,
    <>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
    </>,
  );
}
