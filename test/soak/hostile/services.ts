import { type Dice, ELSEWHERE_ON_THE_NET } from './nasty.ts';

/**
 * A service's address that must be refused, some of them next to the real one (`http://127.0.0.1:PORT/`). 127.0.0.2 and
 * 0.0.0.0 lead to this machine, too: somebody listens there for what should never come.
 */
export const refusedService = (real: string, dice: Dice): unknown => {
  const { port } = URL.canParse(real) ? new URL(real) : { port: '1' };
  const us = `127.0.0.1:${port}`;
  const other = ELSEWHERE_ON_THE_NET;
  return dice.of<unknown>([
    `https://${other}/`,
    `http://127.0.0.2:${port}/`,
    `http://0.0.0.0:${port}/`,
    `http://[::ffff:127.0.0.2]:${port}/`,
    `http://${us}@${other}/`,
    `http://user:secret@${us}/`,
    `http://user@${us}/`,
    `https://127.0.0.1.${other}/`,
    `https://smba.trafficmanager.net.${other}/`,
    `https://${other}/smba.trafficmanager.net/`,
    `https://${other}#@smba.trafficmanager.net/`,
    `https://${other}\\@smba.trafficmanager.net/`,
    `https://${other}?@smba.trafficmanager.net`,
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net./',
    'https://SMBA.trafficmanager.net.evil/',
    'https://smba.trafficmanager.n\u0435t/',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ftp://127.0.0.1/',
    '//127.0.0.1/',
    '',
    'x'.repeat(2000),
  ]);
};
