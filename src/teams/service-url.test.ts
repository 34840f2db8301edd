import { describe, expect, test } from '@jest/globals';
import { isAllowedService } from './service-url.ts';

const hosts = ['smba.trafficmanager.net', '127.0.0.1', '[::1]'];

describe('a service we may send to', () => {
  test.each(['https://smba.trafficmanager.net/emea/', 'http://127.0.0.1:56150/', 'http://[::1]:3000/'])('%s', (url) => {
    expect(isAllowedService(url, hosts)).toBe(true);
  });
});

describe('a service we never send to', () => {
  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.elsewhere.test/',
    'https://elsewhere.test/smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@elsewhere.test/',
    'https://user:secret@smba.trafficmanager.net/',
    'https://localhost/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
  ])('%s', (url) => {
    expect(isAllowedService(url, hosts)).toBe(false);
  });
});
