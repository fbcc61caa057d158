import { type ComponentChildren, cloneElement, isValidElement, type VNode } from 'preact';
import type { PageFrame } from './page-frame.ts';

/** Hidden field that every POST form needs. */
export function CsrfField({ frame }: { frame: Pick<PageFrame, 'csrf'> }) {
  return <input type="hidden" name="csrf" value={frame.csrf} />;
}

/** Blue: live. Amber: in writing. Plum: the hour. Grey: nobody knows yet. Green: over and well. */
export type BadgeTone = 'live' | 'async' | 'time' | 'unclear' | 'done';

export function Badge({ tone, children }: { tone: BadgeTone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

/** Where there is nothing to show: what this place is for, and what to do next. */
export function Empty({
  title,
  text,
  action,
}: {
  title: string;
  text: string;
  action?: { readonly label: string; readonly href: string } | undefined;
}) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {action !== undefined && (
        <a class="button" href={action.href}>
          {action.label}
        </a>
      )}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | null | undefined;
  /** Why the value was refused, and what to do; the value itself stays in the field. */
  readonly problem?: string | null | undefined;
  readonly children: ComponentChildren;
}

/**
 * A label with what belongs to it. One `input`, `select` or `textarea` gets label, hint and problem by its id, which
 * is `field-NAME` where it has none (give it one where a page has the name twice). Several controls become a group
 * with a legend, and need labels of their own.
 */
export function Field({ label, hint, problem, children }: FieldProps) {
  const control = asControl(children);
  if (control === null) return <FieldGroup {...{ label, hint, problem, children }} />;
  const id = control.props.id ?? `field-${control.props.name ?? 'unnamed'}`;
  const described = [hint ? `${id}-hint` : null, problem ? `${id}-problem` : null].filter(
    (part) => part !== null,
  );
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {cloneElement(control, {
        id,
        ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
        ...(problem ? { 'aria-invalid': 'true' } : {}),
      })}
      {problem ? (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function FieldGroup({ label, hint, problem, children }: FieldProps) {
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {hint ? <p class="hint">{hint}</p> : null}
      {children}
      {problem ? <p class="problem">{problem}</p> : null}
    </fieldset>
  );
}

type ControlProps = { readonly id?: string; readonly name?: string; readonly [attribute: string]: unknown };

function asControl(children: ComponentChildren): VNode<ControlProps> | null {
  if (!isValidElement(children)) return null;
  const { type } = children;
  return type === 'input' || type === 'select' || type === 'textarea'
    ? (children as VNode<ControlProps>)
    : null;
}
