import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { Badge, CsrfField, Empty, Field } from '../../../src/front/app/parts.tsx';

describe('a field', () => {
  it('gives label, hint and problem to its control', () => {
    const html = renderToString(
      <Field label="Title" hint="Short" problem="Too long">
        <input name="title" value="x" />
      </Field>,
    );
    expect(html).toContain('<label for="field-title">Title</label>');
    expect(html).toContain(
      '<input name="title" value="x" id="field-title" aria-describedby="field-title-hint field-title-problem" aria-invalid="true"/>',
    );
    expect(html).toContain('<p class="hint" id="field-title-hint">Short</p>');
    expect(html).toContain('<p class="problem" id="field-title-problem">Too long</p>');
  });

  it('leaves out what there is not, and keeps an id that the control has', () => {
    const html = renderToString(
      <Field label="Agenda" hint={null} problem="">
        <textarea id="agenda-2" name="agenda" />
      </Field>,
    );
    expect(html).toBe(
      '<div class="field"><label for="agenda-2">Agenda</label><textarea id="agenda-2" name="agenda"></textarea></div>',
    );
  });

  it('with several controls is a group that says so', () => {
    const html = renderToString(
      <Field label="Days" problem="Choose one">
        <label>
          <input type="checkbox" name="day" value="1" /> Monday
        </label>
        <label>
          <input type="checkbox" name="day" value="2" /> Tuesday
        </label>
      </Field>,
    );
    expect(html).toMatch(/^<fieldset class="field"><legend>Days<\/legend>.*Choose one<\/p><\/fieldset>$/);
    expect(html).not.toContain('id=');
  });
});

it('an empty place says what to do next', () => {
  const action = { label: 'Plan one', href: '/plan' };
  expect(renderToString(<Empty title="No meetings" text="None yet." action={action} />)).toBe(
    '<div class="empty"><h2>No meetings</h2><p>None yet.</p><a class="button" href="/plan">Plan one</a></div>',
  );
  expect(renderToString(<Empty title="a" text="b" />)).not.toContain('<a');
});

it('badges and hidden fields escape what they hold', () => {
  expect(renderToString(<Badge tone="time">{'<b>'}</Badge>)).toBe('<span class="badge time">&lt;b></span>');
  expect(renderToString(<CsrfField frame={{ csrf: '">' }} />)).toBe(
    '<input type="hidden" name="csrf" value="&quot;>"/>',
  );
});
