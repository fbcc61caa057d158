import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { levelTexts, ruleText } from '../team/rule-texts.ts';
import { stampText } from '../when.ts';
import type { AuditLine } from './audit-view.ts';
import { factTexts } from './fact-texts.ts';

export type Data = NonNullable<AuditLine['content']>['data'];
type Fact = Data[string];

const longestValue = 240;
const digestForm = /^[0-9a-f]{64}$/;

/** The facts of an entry in words; ids and digests, which are to be compared and not read, can be opened. */
export function Facts({ data, frame }: { readonly data: Data; readonly frame: PageFrame }) {
  const facts = Object.entries(data).filter(([, value]) => value !== null);
  const forMachines = facts.filter(([key, value]) => isForMachines(key, value));
  const said = facts.filter(([key, value]) => !isForMachines(key, value));
  return (
    <>
      {said.length > 0 && (
        <ul class="soft audit-facts">
          {said.map(([key, value]) => (
            <li key={key}>
              {labelText(key, frame)}: {valueText(key, value, frame)}
            </li>
          ))}
        </ul>
      )}
      {forMachines.length > 0 && (
        <details class="audit-facts">
          <summary>{factTexts[frame.language].details}</summary>
          {forMachines.map(([key, value]) => (
            <div key={key}>
              {labelText(key, frame)}: <code>{displayText(String(value), longestValue)}</code>
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function isForMachines(key: string, value: Fact): boolean {
  return (
    key === 'id' ||
    key.endsWith('Id') ||
    key === 'bytes' ||
    (typeof value === 'string' && digestForm.test(value))
  );
}

/** What is no fact's name is one of a rule, whose level was changed. */
function labelText(key: string, { language }: PageFrame): string {
  return wordOf(factTexts[language].labels, key) ?? ruleText(key, language).name;
}

function valueText(key: string, value: Fact, frame: PageFrame): string {
  const { language, locale } = frame;
  const { yes, no, values } = factTexts[language];
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number')
    return key.endsWith('Ms') ? stampText(value, frame) : new Intl.NumberFormat(locale).format(value);
  const code = String(value);
  if (key === 'rule') return ruleText(code, language).name;
  // Only facts that are codes have words: a reason is somebody's own.
  if (key === 'reason') return displayText(code, longestValue);
  const levels: Readonly<Record<string, { readonly name: string }>> = levelTexts[language];
  const level = Object.hasOwn(levels, code) ? levels[code]?.name : undefined;
  return level ?? wordOf(values, code) ?? displayText(code, longestValue);
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string | null {
  return (Object.hasOwn(words, code) && words[code]) || null;
}
