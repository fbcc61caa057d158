import { type AuditPageData, verdictOrder } from './audit-page-data.ts';
import { grouped } from './figures-text.ts';
import { verdictWords } from './verdict-words.ts';

/** What the gate would have said, counted. */
export function OutcomePanel({ verdicts }: { verdicts: AuditPageData['verdicts'] }) {
  return (
    <section class="panel">
      <h3>What the gate would have said</h3>
      <table class="outcome">
        <caption class="quiet small">Meetings and series, each counted once</caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Number</th>
          </tr>
        </thead>
        <tbody>
          {verdictOrder
            .filter((verdict) => verdicts[verdict] > 0)
            .map((verdict) => (
              <tr key={verdict}>
                <th scope="row">
                  {verdictWords[verdict].title}
                  <span class="meta">{verdictWords[verdict].explanation}</span>
                </th>
                <td class="number">{grouped(verdicts[verdict], 0)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
