/** HTML that may be put into a page as it is. */
export interface Markup {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template of HTML: every text in it is escaped, only other markup is not. */
export function markup(
  parts: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  const written = values.map((value) => {
    if (typeof value === 'string') return value.replace(/[&<>"']/g, (found) => entities[found] ?? '');
    return 'html' in value ? value.html : value.map(({ html }) => html).join('');
  });
  return { html: String.raw({ raw: parts }, ...written) };
}
