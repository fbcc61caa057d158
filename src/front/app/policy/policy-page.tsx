import { renderToString } from 'preact-render-to-string';
import { displayText } from '../../plain-text.ts';
import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Field } from '../parts.tsx';
import type { Language } from '../texts.ts';
import { type EarlierLine, EarlierList } from './earlier-list.tsx';
import { earlierTexts } from './earlier-texts.ts';
import { policyTexts } from './policy-texts.ts';
import { type PolicyProblem, Problems } from './problems.tsx';

/** Structure of `PolicyView`; see there. */
export interface PolicyPage {
  readonly version: number;
  readonly isDefault: boolean;
  readonly text: string;
  readonly mayEdit: boolean;
  readonly chapters:
    | readonly {
        readonly kind: 'organization' | 'team' | 'person';
        readonly name: string | null;
        readonly sentences: readonly string[];
      }[]
    | null;
  readonly earlier: readonly EarlierLine[];
}

/** Structure of `CheckedPolicy`; see there. */
export type PolicyFindings =
  | { readonly ok: true; readonly notes: readonly PolicyProblem[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** A text that was typed and not saved, and why; it stays in the form. */
export interface PolicyDraft {
  readonly typed: string;
  /** `checked` and `put-back`: nobody asked to save it. */
  readonly why: 'checked' | 'put-back' | 'changed-meanwhile' | 'refused';
  /** Version of the earlier text that the form was filled with; null where it was none. */
  readonly putBack: number | null;
  /** Null where it was not looked at. */
  readonly findings: PolicyFindings | null;
}

const longestName = 80;
const longestSentence = 600;

/** The policy in force in words and as text; for administrators with the form that changes it. */
export function policyPage(view: PolicyPage, draft: PolicyDraft | null, frame: PageFrame): string {
  const texts = policyTexts[frame.language];
  const said = frame.said !== null && Object.hasOwn(texts.said, frame.said) ? texts.said[frame.said] : null;
  return appPage(
    frame,
    { title: texts.title, current: 'policy', said: said ?? null, isRefused: isRefused(draft) },
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {view.isDefault && <p class="soft">{texts.isDefault}</p>}
      {view.chapters === null && (
        <p class="notice" role="alert">
          {view.mayEdit ? texts.unreadable : texts.unreadableForOthers}
        </p>
      )}
      {draft !== null && isRefused(draft) && (
        <p class="notice" role="alert">
          {draft.why === 'refused' ? texts.notSaved : texts.meanwhile}
        </p>
      )}
      {draft?.why === 'put-back' && draft.putBack !== null && (
        <p class="notice" role="status">
          {earlierTexts[frame.language].inForm(draft.putBack)}
        </p>
      )}
      {view.mayEdit && draft !== null && <Editor view={view} draft={draft} frame={frame} />}
      {view.chapters !== null && <Chapters chapters={view.chapters} language={frame.language} />}
      {view.mayEdit && draft === null && <Editor view={view} draft={draft} frame={frame} />}
      {view.earlier.length > 0 && <EarlierList earlier={view.earlier} frame={frame} />}
      {!view.mayEdit && view.text !== '' && <PlainText view={view} language={frame.language} />}
    </>,
  );
}

function isRefused(draft: PolicyDraft | null): boolean {
  return draft?.why === 'refused' || draft?.why === 'changed-meanwhile';
}

function Chapters({
  chapters,
  language,
}: {
  chapters: NonNullable<PolicyPage['chapters']>;
  language: Language;
}) {
  const texts = policyTexts[language];
  return (
    <section class="card">
      <h2>{texts.inWords}</h2>
      {texts.inEnglish !== '' && <p class="hint">{texts.inEnglish}</p>}
      {chapters
        .filter(({ sentences }) => sentences.length > 0)
        .map(({ kind, name, sentences }) => (
          <>
            <h3 class="policy-chapter">{headingOf(kind, displayText(name ?? '', longestName), language)}</h3>
            <ul lang="en">
              {sentences.map((sentence) => (
                <li>{displayText(sentence, longestSentence)}</li>
              ))}
            </ul>
          </>
        ))}
    </section>
  );
}

function headingOf(kind: 'organization' | 'team' | 'person', name: string, language: Language): string {
  const texts = policyTexts[language];
  if (kind === 'organization') return texts.everybody;
  return kind === 'team' ? texts.team(name) : texts.person(name);
}

function Editor({ view, draft, frame }: { view: PolicyPage; draft: PolicyDraft | null; frame: PageFrame }) {
  const texts = policyTexts[frame.language];
  return (
    <section class="card" id="change">
      <h2>{texts.edit}</h2>
      <form method="post" action="/policy">
        <CsrfField frame={frame} />
        <input type="hidden" name="policyVersion" value={view.version} />
        {draft?.putBack != null && <input type="hidden" name="putBack" value={draft.putBack} />}
        <Field label={texts.text} hint={texts.textHint}>
          <textarea
            {...{ class: 'code policy-text', name: 'text', rows: 28, value: draft?.typed ?? view.text }}
            {...{ spellcheck: false, autocapitalize: 'off', autocomplete: 'off', wrap: 'off' }}
            {...{ 'hx-post': '/policy/check', 'hx-trigger': 'input changed delay:400ms' }}
            {...{ 'hx-target': '#policy-findings', 'hx-sync': 'this:replace' }}
          />
        </Field>
        <section id="policy-findings" class="policy-findings" aria-live="polite" aria-label={texts.checks}>
          {draft?.findings && <Findings findings={draft.findings} language={frame.language} />}
        </section>
        <div class="actions">
          <button type="submit">{texts.save}</button>
          <button type="submit" class="quiet" formaction="/policy/check">
            {texts.check}
          </button>
        </div>
      </form>
      {draft?.why === 'changed-meanwhile' && (
        <details>
          <summary>{texts.inForceNow}</summary>
          <pre>{view.text}</pre>
        </details>
      )}
    </section>
  );
}

function PlainText({ view, language }: { view: PolicyPage; language: Language }) {
  const texts = policyTexts[language];
  return (
    <details class="card">
      <summary>{texts.showText}</summary>
      <p class="hint">{texts.othersLeftOut}</p>
      <pre>{view.text}</pre>
    </details>
  );
}

function Findings({ findings, language }: { findings: PolicyFindings; language: Language }) {
  const texts = policyTexts[language];
  if (!findings.ok) {
    return (
      <>
        <p class="problem">{texts.wrong(findings.problems.length)}</p>
        <Problems problems={findings.problems} language={language} />
      </>
    );
  }
  return (
    <>
      <p class="policy-fine">{findings.notes.length > 0 ? texts.notes : texts.fine}</p>
      <Problems problems={findings.notes} language={language} />
    </>
  );
}

/** The part of the page that is refreshed while somebody types. */
export function policyFindings(findings: PolicyFindings, language: Language): string {
  return renderToString(<Findings findings={findings} language={language} />);
}
