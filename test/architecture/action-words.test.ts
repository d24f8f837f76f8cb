import { describe, expect, it } from 'vitest';

import { ACTION_WORDS } from '../../client/src/features/read-history/action-words.js';
import { projectFiles, textOf } from './repository.js';

/** Acts whose names the server puts together, by the text that makes them. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  "`mail.${state.replace('_', '-')}`": [
    'mail.sent',
    'mail.bounced',
    'mail.failed',
    'mail.in-doubt',
    'mail.dropped',
  ],
  '`instrument.${status}`': ['instrument.piloted', 'instrument.published'],
  '`cleaning.site-${change.state}`': ['cleaning.site-answered', 'cleaning.site-closed'],
  '`codebook.${change}`': ['codebook.edited', 'codebook.merged', 'codebook.split', 'codebook.restored'],
  '`coding.suggestions-${state}`': ['coding.suggestions-on', 'coding.suggestions-off'],
  '`open-link.switched-${state}`': ['open-link.switched-on', 'open-link.switched-off'],
  '`register.${change}`': [
    'register.added',
    'register.changed',
    'register.confirmed',
    'register.closed',
    'register.restored',
  ],
  '`register.correction-${verdict}`': ['register.correction-accepted', 'register.correction-declined'],
  '`register.proposal-${verdict}`': ['register.proposal-confirmed', 'register.proposal-declined'],
  '`reply.${kind}`': ['reply.opened', 'reply.right', 'reply.wrong', 'reply.naming'],
  action: ['frame.eligibility-decided', 'frame.eligibility-undone'],
};

/** How an act is named: as the first argument of `audit`, or in the event of a change of one row (`row-change.ts`). */
const NAMED = /(?:\baudit\(|\bevent: \{\s*action:)\s*('[^']+'|`[^`]+`|\w+)\s*,/g;

/** Every act that the server names, as it is written. */
function written(): string[] {
  return projectFiles('server/src')
    .filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('database/unit.ts'),
    )
    .flatMap((file) => {
      const text = textOf(file);
      return [...text.matchAll(NAMED)].map(([, first]) => String(first));
    });
}

describe('the acts of the audit trail', () => {
  const arguments_ = written();

  it('are found in the server', () => {
    expect(arguments_.length).toBeGreaterThan(20);
    expect(arguments_).toContain("'response.submitted'");
  });

  it('that are put together are listed above', () => {
    const composed = arguments_.filter((argument) => !argument.startsWith("'"));
    expect([...new Set(composed)].sort()).toEqual(Object.keys(COMPOSED).sort());
  });

  it('have words on screen, each of them, and no others have', () => {
    const plain = arguments_.filter((argument) => argument.startsWith("'")).map((text) => text.slice(1, -1));
    const all = new Set([...plain, ...Object.values(COMPOSED).flat()]);
    expect(Object.keys(ACTION_WORDS).sort()).toEqual([...all].sort());
  });
});
