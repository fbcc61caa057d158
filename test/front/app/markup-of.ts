/** A page without the values of its attributes: what is left of a text is what a reader sees, or what got loose. */
export function markupOf(html: string): string {
  return html.replace(/="[^"]*"/g, '=""');
}

/** Elements and attributes that no page of ours has. */
export const loose = /<script>|<img|<svg onload|<[a-z][^<>]*\son[a-z]+=/;
