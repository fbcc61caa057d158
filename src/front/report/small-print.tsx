import { definitions } from '../../core/load/definitions.ts';
import { displayText } from '../plain-text.ts';
import type { AuditPageData } from './audit-page-data.ts';

/** What is not known, and what each figure means. */
export function SmallPrint({ data }: { data: AuditPageData }) {
  const notes = [...data.load.notes, ...data.notes];
  return (
    <footer class="small">
      <h2>Small print</h2>
      {notes.length > 0 && (
        <>
          <h3>What to know about these figures</h3>
          <ul>
            {notes.slice(0, 40).map((note) => (
              <li key={note}>{displayText(note, 300)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        The answers are estimates from the text of the invites, and some will be wrong: the people in a
        meeting know best. Nothing was sent, changed or declined. Private entries are counted without their
        text, and nobody is ranked.
      </p>
      <h3>Definitions</h3>
      <dl>
        {definitions.map(({ term, text, source }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {text} <i>{source}.</i>
            </dd>
          </div>
        ))}
      </dl>
    </footer>
  );
}
