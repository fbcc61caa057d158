import { type Process, startProcess } from './built-main.ts';

/** What a browser does: opens the page, chooses a person and a button, and follows the redirect. */
async function press(page: string, person: string, decision: 'allow' | 'deny'): Promise<number> {
  const body = new URLSearchParams({ person, decision });
  const pressed = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  return (await fetch(pressed.headers.get('location') ?? '')).status;
}

/** `connect` with a person of the sandbox at the browser. */
export async function signIn(
  {
    provider,
    person,
    decision,
  }: Readonly<Record<'provider' | 'person', string>> & { decision: 'allow' | 'deny' },
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<Process['said'] & { readonly status: number | null; readonly page: number }> {
  const command = startProcess(['connect', provider], folder, settings);
  await command.until('\n\n  http');
  const address = /\n {2}(http\S+)\n/.exec(command.said.out)?.[1] ?? '';
  const page = await press(address, person, decision);
  return { status: await command.ended, page, ...command.said };
}
