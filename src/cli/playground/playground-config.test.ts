import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Person } from '../../contract/people.ts';
import { playgroundConfig } from './playground-config.ts';

const person = (id: string): Person => ({
  id,
  name: `${id.toUpperCase()} Holt`,
  aadObjectId: `object-${id}`,
  tenantId: 'tenant-1',
  municipality: 'testby',
  roles: [],
});
const staff = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(person);

describe("a Playground's configuration", () => {
  test('shows the chat of one person, known by our own identity, among exactly five others', () => {
    const config = parse(playgroundConfig(person('c'), staff, 'tenant-1'));
    expect(config.tenantId).toBe('tenant-1');
    expect(config.currentUser).toMatchObject({ name: 'C Holt', aadObjectId: 'object-c' });
    expect(config.users.map(({ aadObjectId }: { aadObjectId: string }) => aadObjectId)).toEqual(
      ['a', 'b', 'd', 'e', 'f'].map((id) => `object-${id}`),
    );
  });

  test('gives two people chats of their own', () => {
    const chats = ['a', 'b'].map((id) => parse(playgroundConfig(person(id), staff, 'tenant-1')).personalChat.id);
    expect(new Set(chats).size).toBe(2);
  });

  test('gives people of two municipalities chats of their own, also when their ids are the same', () => {
    const elsewhere = { ...person('a'), municipality: 'anderby' };
    const chats = [person('a'), elsewhere].map((viewer) => {
      const { personalChat, groupChat, team } = parse(playgroundConfig(viewer, staff, 'tenant-1'));
      return [personalChat.id, groupChat.id, team.id, team.aadGroupId];
    });
    expect(new Set(chats.flat()).size).toBe(8);
  });

  test('is refused when there are too few people, because the Playground would end without a word', () => {
    expect(() => playgroundConfig(person('a'), staff.slice(0, 5), 'tenant-1')).toThrow('5 people besides a');
  });
});
