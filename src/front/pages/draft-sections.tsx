import type { Draft } from '../../core/offer/draft.ts';
import { displayText } from '../plain-text.ts';

const longestLine = 300;

/** The parts of a draft, with what the invite already says about each. */
export function DraftSections({ draft }: { draft: Draft }) {
  return (
    <>
      {draft.sections.map(({ heading, hint, lines }) => (
        <section>
          <h2>{heading}</h2>
          <p class="hint">{hint}</p>
          {lines.length > 0 && (
            <ul>
              {lines.map((line) => (
                <li>{displayText(line, longestLine)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
