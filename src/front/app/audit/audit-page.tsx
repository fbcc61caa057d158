import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { Empty, Field } from '../parts.tsx';
import { stampText } from '../when.ts';
import { auditTexts } from './audit-texts.ts';
import type { AuditLine, AuditView } from './audit-view.ts';
import { ChainCard } from './chain-card.tsx';
import { Facts } from './facts.tsx';
import { actionText, factsOf, sentenceOf } from './sentence.ts';

/** What people did, with the state of the chain that the entries are in. */
export function auditPage(view: AuditView, frame: PageFrame): string {
  const texts = auditTexts[frame.language];
  return appPage(
    frame,
    { title: texts.title, current: 'audit' },
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <ChainCard view={view} frame={frame} />
      <FilterForm view={view} frame={frame} />
      {view.lines.length === 0 ? (
        <Empty {...(isFiltered(view) ? texts.noMatch : texts.none)} />
      ) : (
        <Lines view={view} frame={frame} />
      )}
      <p class="actions">
        {view.olderThan !== null && (
          <a class="button quiet" href={pathOf(view, view.olderThan)}>
            {texts.older}
          </a>
        )}
        {view.filter.before !== null && <a href={pathOf(view, null)}>{texts.newest}</a>}
      </p>
    </>,
  );
}

interface PartProps {
  readonly view: AuditView;
  readonly frame: PageFrame;
}

function FilterForm({ view: { actions, filter }, frame }: PartProps) {
  const texts = auditTexts[frame.language];
  return (
    <section aria-labelledby="filter">
      <h2 id="filter">{texts.filter}</h2>
      <form method="get" action="/audit" class="audit-filter">
        <Field label={texts.action}>
          <select name="action">
            <option value="">{texts.anyAction}</option>
            {actions.map((action) => (
              <option key={action} value={action} selected={action === filter.action}>
                {actionText(action, frame)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={texts.person} hint={texts.personHint}>
          <input name="person" type="email" autocomplete="off" value={filter.person ?? ''} />
        </Field>
        <div class="row">
          <button type="submit" class="quiet">
            {texts.show}
          </button>
          {(filter.action !== null || filter.person !== null) && <a href="/audit">{texts.all}</a>}
        </div>
      </form>
    </section>
  );
}

function Lines({ view, frame }: PartProps) {
  const { caption, columns } = auditTexts[frame.language];
  return (
    // Wide content that scrolls has to be reached by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table class="table audit-lines">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.facts}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <Line key={line.seq} line={line} frame={frame} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ line, frame }: { readonly line: AuditLine; readonly frame: PageFrame }) {
  return (
    <tr>
      <td class="soft audit-fixed">{line.seq}</td>
      <td class="audit-fixed">
        <time datetime={new Date(line.atMs).toISOString()}>{stampText(line.atMs, frame)}</time>
      </td>
      <td>{sentenceOf(line, frame)}</td>
      <td>
        <Facts data={factsOf(line)} frame={frame} />
      </td>
    </tr>
  );
}

function isFiltered({ filter }: AuditView): boolean {
  return filter.action !== null || filter.person !== null || filter.before !== null;
}

function pathOf({ filter }: AuditView, before: number | null): string {
  const query = new URLSearchParams();
  if (filter.action !== null) query.set('action', filter.action);
  if (filter.person !== null) query.set('person', filter.person);
  if (before !== null) query.set('before', String(before));
  return query.size === 0 ? '/audit' : `/audit?${query}`;
}
