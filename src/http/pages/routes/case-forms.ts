import { type Purpose, purposes } from '../../../core/signals/signal.ts';
import type { Form } from '../page-router.ts';

type StoryField = 'note' | 'purpose' | 'what' | 'why' | 'notChosen';

/** What a form of the story held, and what is wrong with it: the page comes back with both. */
export interface StoryInput {
  readonly values: Readonly<Partial<Record<StoryField, string>>>;
  readonly problem: { readonly field: StoryField; readonly what: 'missing' | 'too-long' };
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly input: StoryInput };

const longestNote = 500;
const longestText = 2_000;
const mostAlternatives = 20;

/** Why a meeting is to be left alone; null where nothing was said. */
export function readNote(form: Form): Read<string | null> {
  const note = fieldOf(form, 'note');
  if (note.length > longestNote) return refuse({ note }, 'note', 'too-long');
  return { ok: true, value: note === '' ? null : note };
}

export function readPurpose(form: Form): Read<Purpose> {
  const purpose = fieldOf(form, 'purpose');
  const value = purposes.find((name) => name === purpose);
  return value === undefined ? refuse({}, 'purpose', 'missing') : { ok: true, value };
}

export function readDecision(form: Form): Read<{
  readonly what: string;
  readonly why: string | null;
  readonly notChosen: readonly string[];
}> {
  const values = {
    what: fieldOf(form, 'what'),
    why: fieldOf(form, 'why'),
    notChosen: fieldOf(form, 'notChosen'),
  };
  const { what, why, notChosen } = values;
  if (what === '') return refuse(values, 'what', 'missing');
  for (const field of ['what', 'why', 'notChosen'] as const)
    if (values[field].length > longestText) return refuse(values, field, 'too-long');
  const alternatives = notChosen
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (alternatives.length > mostAlternatives) return refuse(values, 'notChosen', 'too-long');
  return { ok: true, value: { what, why: why === '' ? null : why, notChosen: alternatives } };
}

/** Browsers send line ends as CR LF, and count them as one character. */
function fieldOf(form: Form, name: StoryField): string {
  const value = form[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}

function refuse(
  values: StoryInput['values'],
  field: StoryField,
  what: 'missing' | 'too-long',
): { readonly ok: false; readonly input: StoryInput } {
  return { ok: false, input: { values, problem: { field, what } } };
}
