import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { ruleText } from '../team/rule-texts.ts';
import { auditTexts } from './audit-texts.ts';
import type { AuditLine } from './audit-view.ts';
import type { Data } from './facts.tsx';

const longestValue = 120;
const uuidForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

type Said = NonNullable<AuditLine['content'] | AuditLine['left']>;

/** Who did what to whom or what, as one sentence; without ids, which `factsOf` has. */
export function sentenceOf(line: AuditLine, frame: PageFrame): string {
  const texts = auditTexts[frame.language];
  const said = line.content ?? line.left;
  const actor = said?.actor ?? null;
  const who = actor === null ? texts.erased : whoText(actor, frame);
  const about = said && aboutText(line, said, frame);
  return `${who} ${actText(line.action, said?.data ?? {}, frame)}${about === null ? '' : `: ${about}`}.`;
}

/** What the sentence does not say: facts, and as one of them the id of what it was about. */
export function factsOf({ action, content, left }: AuditLine): Data {
  const said = content ?? left;
  if (said === null) return {};
  const { subject, data } = said;
  const rest = Object.entries(data).filter(([key, value]) => !isSaid(action, key, value));
  const id =
    subject !== null && isId(action, subject) ? { [isOfCase(action) ? 'caseId' : 'id']: subject } : {};
  return { ...Object.fromEntries(rest), ...id };
}

/** An action that this page has no words for is shown by its name. */
export function actionText(action: string, { language }: PageFrame): string {
  const { actions } = auditTexts[language];
  return (Object.hasOwn(actions, action) ? actions[action] : null) ?? displayText(action, longestValue);
}

function actText(action: string, { putBack, from }: Data, frame: PageFrame): string {
  const { putBack: putBackText, takenFromFile } = auditTexts[frame.language];
  if (action !== 'policy.changed') return actionText(action, frame);
  if (typeof putBack === 'number') return putBackText(putBack);
  return from === 'file' ? takenFromFile : actionText(action, frame);
}

function isSaid(action: string, key: string, value: Data[string]): boolean {
  return (
    action === 'policy.changed' &&
    ((key === 'putBack' && typeof value === 'number') || (key === 'from' && value === 'file'))
  );
}

/** Null where the action says all. */
function aboutText({ action, content }: AuditLine, said: Said, { language }: PageFrame): string | null {
  const { about } = auditTexts[language];
  const { actor, subject } = said;
  if (subject === null) {
    // Where whoever acted is still named, it was what they acted on that is not.
    if (content === null && actor !== null) return about.erased;
    return action === 'enforcement.changed' ? about.everybody : null;
  }
  const name = displayText(subject, longestValue);
  if (isOfCase(action)) return isId(action, subject) ? about.ownMeeting : about.meetingOf(name);
  if (subject === actor || isId(action, subject)) return null;
  if (action === 'rule.undone' || action === 'fallback.lifted')
    return about.rule(ruleText(subject, language).name);
  return action === 'enforcement.changed' ? about.team(name) : name;
}

const isOfCase = (action: string): boolean => action.startsWith('case.');

/** Cases are ours; what was planned has the id of the calendar or the document. */
function isId(action: string, subject: string): boolean {
  if (isOfCase(action)) return !subject.includes('@');
  return action.startsWith('plan.') || uuidForm.test(subject);
}

function whoText(actor: string, { language }: PageFrame): string {
  const texts = auditTexts[language];
  if (actor === 'operator' || actor === 'link') return texts[actor];
  return displayText(actor, longestValue);
}
