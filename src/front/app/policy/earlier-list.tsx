import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { stampText } from '../when.ts';
import { earlierTexts } from './earlier-texts.ts';

/** Structure of a line of `PolicyView.earlier`; see there. */
export interface EarlierLine {
  readonly version: number;
  readonly replacedMs: number;
  readonly replacedBy: string;
}

const longestName = 120;
const mostAtOnce = 10;

/** The texts that the policy had before; the older of many can be opened. */
export function EarlierList({ earlier, frame }: { earlier: readonly EarlierLine[]; frame: PageFrame }) {
  const texts = earlierTexts[frame.language];
  const older = earlier.slice(mostAtOnce);
  return (
    <section class="card" aria-labelledby="earlier">
      <h2 id="earlier">{texts.list}</h2>
      <p class="hint">{texts.listHint}</p>
      <Lines earlier={earlier.slice(0, mostAtOnce)} frame={frame} />
      {older.length > 0 && (
        <details>
          <summary>{texts.more(older.length)}</summary>
          <Lines earlier={older} frame={frame} />
        </details>
      )}
    </section>
  );
}

function Lines({ earlier, frame }: { earlier: readonly EarlierLine[]; frame: PageFrame }) {
  const texts = earlierTexts[frame.language];
  return (
    <ul class="policy-earlier">
      {earlier.map((line) => (
        <li key={line.version}>
          <a href={`/policy/earlier/${line.version}`}>{texts.version(line.version)}</a>{' '}
          <span class="soft">{replacedText(line, frame)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Until when a text held, and who replaced it. */
export function replacedText({ replacedMs, replacedBy }: EarlierLine, frame: PageFrame): string {
  const texts = earlierTexts[frame.language];
  const who = replacedBy === 'operator' ? texts.operator : displayText(replacedBy, longestName);
  const name = replacedBy.endsWith('@erased.invalid') ? texts.erased : who;
  return texts.until(stampText(replacedMs, frame), name);
}
