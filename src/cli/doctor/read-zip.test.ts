import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { ZipFile } from 'yazl';
import { readZip } from './read-zip.ts';

const zipOf = (files: Record<string, string>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
};

test('a file among others is read by its name', async () => {
  const zip = await zipOf({ 'color.png': 'an icon', 'manifest.json': '{"id":"æøå"}', 'en.json': '' });
  expect(readZip(zip, 'manifest.json')?.toString('utf8')).toBe('{"id":"æøå"}');
  expect(readZip(zip, 'other.json')).toBeUndefined();
});

test('what unpacks to more than a page of text is refused', async () => {
  const zip = await zipOf({ 'manifest.json': ' '.repeat(2 * 1024 * 1024) });
  expect(zip.length).toBeLessThan(10_000);
  expect(() => readZip(zip, 'manifest.json')).toThrow();
});

test('what is no archive, or a broken one, is said to be', async () => {
  const zip = await zipOf({ 'manifest.json': '{}' });
  expect(() => readZip(Buffer.from('Kære alle'), 'manifest.json')).toThrow('it is no zip archive');
  expect(() => readZip(zip.fill(0, zip.lastIndexOf('PK\x01\x02'), zip.length - 30), 'manifest.json')).toThrow(
    'damaged',
  );
});
