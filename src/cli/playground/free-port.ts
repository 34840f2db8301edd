import { createServer } from 'node:net';

const listens = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });

/** The preferred port if nothing listens there on loopback, else one the system picks. */
export const freePort = async (preferred: number): Promise<number> => {
  const port = (await listens(preferred)) ?? (await listens(0));
  if (port === undefined) throw new Error('no port is free on loopback');
  return port;
};
