/** What a key asks for in the queue. */
export const KEY_ACTIONS = {
  n: 'next',
  p: 'previous',
  a: 'accept',
  x: 'exclude',
  m: 'merge',
  q: 'query',
  u: 'undo',
  '?': 'help',
} as const;
export type KeyAction = (typeof KEY_ACTIONS)[keyof typeof KEY_ACTIONS];

interface PressedKey {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The pressed key goes into a text box, a list of choices or the like. */
  readonly typing: boolean;
  /** A question stands open, or a decision is on its way. */
  readonly busy: boolean;
}

/**
 * The action of a key; undefined = none. A key does nothing while somebody types or is asked something, while it is
 * held down, and together with Ctrl, Alt or the command key, which belong to the browser.
 */
export function toKeyAction({
  key,
  repeat,
  ctrlKey,
  metaKey,
  altKey,
  typing,
  busy,
}: PressedKey): KeyAction | undefined {
  if (typing || busy || repeat || ctrlKey || metaKey || altKey) return undefined;
  return Object.hasOwn(KEY_ACTIONS, key) ? KEY_ACTIONS[key as keyof typeof KEY_ACTIONS] : undefined;
}
