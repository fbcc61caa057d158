import { appPage } from '../../../src/front/app/app-page.tsx';
import type { PageFrame } from '../../../src/front/app/page-frame.ts';
import { Badge, CsrfField, Empty, Field } from '../../../src/front/app/parts.tsx';

const tones = ['live', 'async', 'time', 'unclear', 'done'] as const;

/** Everything that pages are made of, on one page; `text` stands wherever a text can. */
export function kitPage(frame: PageFrame, text: string): string {
  return appPage(
    frame,
    { title: text, current: 'cases', said: text },
    <>
      <h1>{text}</h1>
      <p class="lead">{text}</p>
      <p class="notice">{text}</p>
      <div class="grid-2">
        <section class="card stack">
          <h2>{text}</h2>
          <p class="row">
            {tones.map((tone) => (
              <Badge key={tone} tone={tone}>
                {tone === 'time' ? text : tone}
              </Badge>
            ))}
          </p>
          <blockquote>
            <q>{text}</q>
          </blockquote>
          <p class="soft">
            {text} <a href="/policy">{text}</a> <code>{text}</code>
          </p>
          <p class="actions">
            <a class="button" href="/plan">
              {text}
            </a>
            <button class="quiet" type="button">
              Quiet
            </button>
            <button class="danger" type="button">
              {text}
            </button>
          </p>
        </section>
        <section class="card">
          <h2>Table</h2>
          <table class="table">
            <caption>{text}</caption>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Where</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{text}</th>
                <td>{text}</td>
              </tr>
              <tr>
                <th scope="row">Focus</th>
                <td>Singapore</td>
              </tr>
            </tbody>
          </table>
          <details>
            <summary>{text}</summary>
            <pre>{text}</pre>
          </details>
        </section>
      </div>
      <KitForm frame={frame} text={text} />
      <Empty title={text} text={text} action={{ label: 'Plan a meeting', href: '/plan' }} />
    </>,
  );
}

function KitForm({ frame, text }: { frame: PageFrame; text: string }) {
  return (
    <form class="card" method="post" action="/plan">
      <h2>Form</h2>
      <CsrfField frame={frame} />
      <Field label={text} hint={text} problem={text}>
        <input name="title" value={text} />
      </Field>
      <Field label="What it is for">
        <select name="purpose">
          <option>{text}</option>
          <option>Review</option>
        </select>
      </Field>
      <Field label="Day">
        <input name="day" type="date" value="2026-11-25" />
      </Field>
      <Field label="Agenda" hint="One line each">
        <textarea name="agenda">{text}</textarea>
      </Field>
      <Field label="No-meeting days" problem={text}>
        <label>
          <input type="checkbox" name="days" value="3" checked /> {text}
        </label>
        <label>
          <input type="checkbox" name="days" value="4" /> Thursday
        </label>
      </Field>
      <Field label="How">
        <label>
          <input type="radio" name="how" value="soft" checked /> Soft
        </label>
        <label>
          <input type="radio" name="how" value="hard" /> Hard
        </label>
      </Field>
      <button type="submit">Save</button>
    </form>
  );
}
