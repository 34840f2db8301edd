import { isProtected } from '../config.ts';

/**
 * May we send there? Whoever could name the service's address would get the answers, and our token with them.
 * Only the listed hosts, and only over TLS unless the service is on this machine.
 */
export function isAllowedService(serviceUrl: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { hostname, username, password } = new URL(serviceUrl);
  return hosts.includes(hostname) && username === '' && password === '' && isProtected(serviceUrl);
}
