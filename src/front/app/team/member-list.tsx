import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { Badge, type BadgeTone } from '../parts.tsx';
import { dayText, momentText } from '../when.ts';
import { problemText } from './problem-texts.ts';
import { teamTexts } from './team-texts.ts';
import type { GroupFigures, ShownMember } from './team-view.ts';

const longestAddress = 120;

/** Who belongs to a group, and whether the gate reaches their calendar. */
export function MemberList({ members, frame }: { members: readonly ShownMember[]; frame: PageFrame }) {
  const texts = teamTexts[frame.language].members;
  if (members.length === 0) return <p class="soft">{texts.nobody}</p>;
  return (
    <ul class="team-members">
      {members.map((member) => (
        <li>
          <strong>{displayText(member.address, longestAddress)}</strong>
          <div>
            <Calendar member={member} frame={frame} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const tones: Readonly<Record<ShownMember['mailbox']['state'], BadgeTone>> = {
  ...{ missing: 'unclear', connected: 'done', observing: 'live', leaving: 'unclear' },
};

function Calendar({ member: { mailbox, problem }, frame }: { member: ShownMember; frame: PageFrame }) {
  const texts = teamTexts[frame.language].members;
  return (
    <>
      <Badge tone={problem === null ? tones[mailbox.state] : 'async'}>{stateText(mailbox, frame)}</Badge>
      {mailbox.state === 'missing' && <p class="hint">{texts.missingDo}</p>}
      {problem !== null && (
        <p class="hint">
          {problemText(problem.code, frame.language)} {texts.problemSince(momentText(problem.sinceMs, frame))}
        </p>
      )}
    </>
  );
}

function stateText(mailbox: ShownMember['mailbox'], frame: PageFrame): string {
  const texts = teamTexts[frame.language].members;
  if (mailbox.state !== 'observing') return texts[mailbox.state];
  return mailbox.untilMs === null ? texts.observing : texts.observingUntil(dayText(mailbox.untilMs, frame));
}

/** What the gate did for a group, or why nothing is said of it. */
export function Figures({ figures, frame }: { figures: GroupFigures; frame: PageFrame }) {
  const texts = teamTexts[frame.language].figures;
  const number = (value: number) => new Intl.NumberFormat(frame.locale).format(value);
  return (
    <>
      <h3>{texts.title}</h3>
      {figures.kind !== 'shown' ? (
        <p class="soft">
          {figures.kind === 'too-few' ? texts.tooFew(number(figures.mailboxes)) : texts.tooAlike}
        </p>
      ) : (
        <ul class="team-figures">
          {(['declines', 'offers', 'prompts'] as const).map((key) => (
            <li>
              <strong class="number">{number(figures[key])}</strong> {texts[key]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
