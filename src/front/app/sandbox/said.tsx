/** What the act before this page did, beside the button that was pressed. */
export function Said({ sentence, isRefused = false }: { sentence: string | null; isRefused?: boolean }) {
  if (sentence === null) return null;
  return (
    <p class={isRefused ? 'notice' : 'said'} role={isRefused ? 'alert' : 'status'}>
      {sentence}
    </p>
  );
}
