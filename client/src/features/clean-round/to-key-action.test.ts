import { describe, expect, it } from 'vitest';

import { toKeyAction } from './to-key-action.js';

const pressed = {
  key: 'a',
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  typing: false,
  busy: false,
};

describe('keys of the queue', () => {
  it.each([
    ['n', 'next'],
    ['p', 'previous'],
    ['a', 'accept'],
    ['x', 'exclude'],
    ['m', 'merge'],
    ['q', 'query'],
    ['u', 'undo'],
    ['?', 'help'],
  ])('%s means %s', (key, action) => expect(toKeyAction({ ...pressed, key })).toBe(action));

  it.each(['typing', 'busy', 'repeat', 'ctrlKey', 'metaKey', 'altKey'])('do nothing while %s', (what) =>
    expect(toKeyAction({ ...pressed, [what]: true })).toBeUndefined(),
  );

  it.each(['A', 'Enter', ' ', 'constructor'])('%s is none of them', (key) =>
    expect(toKeyAction({ ...pressed, key })).toBeUndefined(),
  );
});
