import { minutesOf, type Protection } from '../protection.ts';

/** Time set aside for work without interruption: blocks of the policy, and focus events of the person's own calendar. */
export const focusBlock: Protection = {
  name: 'focus-block',
  source: 'policy: focus',
  collides: ({ days }, { focus }, focusEvents, instant) =>
    days.some(({ weekday, from, to }) =>
      focus.blocks.some(
        (block) =>
          block.weekdays.includes(weekday) && from < minutesOf(block.end) && to > minutesOf(block.start),
      ),
    ) ||
    (instant !== null &&
      focusEvents.some((event) => instant.fromMs < event.toMs && instant.toMs > event.fromMs)),
  because: ({ text }) => `${text} falls into focus time.`,
};
