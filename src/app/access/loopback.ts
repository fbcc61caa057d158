/**
 * Whether a host is this machine itself, whatever it is connected to: what is sent there crosses no network, and no
 * name server can lead it elsewhere.
 *
 * @param hostname as `URL` writes it: in lower case, IPv6 in brackets
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
