import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Field } from '../parts.tsx';
import { momentText } from '../when.ts';
import { Said } from './said.tsx';
import { calendarNames, sandboxTexts } from './sandbox-texts.ts';
import type { SandboxView } from './sandbox-view.ts';

const steps = ['hour', 'tomorrow', 'day', 'week'] as const;
const kinds = ['rate-limit', 'server-error', 'cut', 'lost', 'doubled'] as const;

interface WorldProps {
  readonly view: SandboxView;
  /** What was done here just now. */
  readonly said: string | null;
  readonly frame: PageFrame;
}

/** The clock of the company, and how it is moved on. */
export function ClockForm({ view, said, frame }: WorldProps) {
  const texts = sandboxTexts[frame.language].clock;
  return (
    <section class="card" id="clock" aria-labelledby="clock-title">
      <h2 id="clock-title">{texts.title}</h2>
      <p class="soft">{texts.lead}</p>
      <p>
        {texts.now} <strong class="number">{momentText(frame.nowMs, { ...frame, zone: view.zone })}</strong>.
      </p>
      <Said sentence={said} />
      <form class="actions" method="post" action="/sandbox/clock">
        <CsrfField frame={frame} />
        {steps.map((step) => (
          <button class="quiet" type="submit" name="step" value={step}>
            {texts.steps[step]}
          </button>
        ))}
      </form>
    </section>
  );
}

/** What goes wrong at the vendors, and a form to wish for it. */
export function FaultForm({ view, said, frame }: WorldProps) {
  const texts = sandboxTexts[frame.language].faults;
  return (
    <section class="card" id="faults" aria-labelledby="faults-title">
      <h2 id="faults-title">{texts.title}</h2>
      <p class="soft">{texts.lead}</p>
      {view.troubles.length === 0 ? (
        <p>{texts.well}</p>
      ) : (
        view.troubles.map((trouble) => <p class="problem">{texts.standing(trouble)}</p>)
      )}
      <Said sentence={said} isRefused={frame.said === 'not-failing' || frame.said === 'failing'} />
      <form method="post" action="/sandbox/faults">
        <CsrfField frame={frame} />
        <Field label={texts.provider}>
          <select name="provider">
            <option value="google">Google</option>
            <option value="microsoft">Microsoft</option>
          </select>
        </Field>
        <Field label={texts.what}>
          <select name="what">
            {kinds.map((kind) => (
              <option value={kind}>{texts.kinds[kind]}</option>
            ))}
          </select>
        </Field>
        <Field label={texts.times}>
          <input type="number" name="times" value={5} min={1} max={50} required />
        </Field>
        <div class="row">
          <button class="quiet" type="submit" name="act" value="begin">
            {texts.begin}
          </button>
          <button class="quiet" type="submit" name="act" value="end" formNoValidate>
            {texts.end}
          </button>
        </div>
      </form>
    </section>
  );
}

/** Everybody of the company, to sign in as. */
export function PeopleList({ view, frame }: { view: SandboxView; frame: PageFrame }) {
  const texts = sandboxTexts[frame.language].people;
  return (
    <section class="card" id="people" aria-labelledby="people-title">
      <h2 id="people-title">{texts.title}</h2>
      <p class="soft">{texts.lead}</p>
      <details class="sandbox-fold">
        <summary>{texts.show}</summary>
      </details>
      <ul class="sandbox-people">
        {view.people.map(({ address, name, provider, place, role }) => (
          <li>
            <div>
              <strong>{name}</strong>
              {role !== null && <span class="badge">{texts.roles[role]}</span>}
              <br />
              <small>{`${place}, ${calendarNames[provider]}`}</small>
            </div>
            {frame.viewer?.address === address ? (
              <span class="badge done">{texts.you}</span>
            ) : (
              <form method="post" action="/sign-in/as">
                <CsrfField frame={frame} />
                <input type="hidden" name="address" value={address} />
                <input type="hidden" name="to" value="/cases" />
                <button class="quiet" type="submit">
                  {texts.be(name)}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
