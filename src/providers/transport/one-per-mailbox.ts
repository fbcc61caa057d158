import type { Transport } from './transport.ts';

/** A mailbox that is opened twice keeps one pace: the vendor counts its requests together. */
export function onePerMailbox(create: () => Transport): (address: string) => Transport {
  const transports = new Map<string, Transport>();
  return (address) => {
    const known = transports.get(address);
    if (known !== undefined) return known;
    const made = create();
    transports.set(address, made);
    return made;
  };
}
