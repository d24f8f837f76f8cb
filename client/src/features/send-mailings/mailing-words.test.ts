import { expect, it } from 'vitest';

import { mailingTitle, progressWords } from './mailing-words.js';
import type { ShownMailing } from './send-mailings.graphql.js';

const NONE = { queued: 0, held: 0, sending: 0, sent: 0, bounced: 0, failed: 0, inDoubt: 0, dropped: 0 };

it('says where the messages of a mailing are, and nothing of states that none is in', () => {
  expect(progressWords({ ...NONE, sent: 7, inDoubt: 1, queued: 2 } as ShownMailing)).toBe(
    '2 queued, 7 sent, 1 in doubt',
  );
  expect(progressWords(NONE as ShownMailing)).toBe('none yet');
});

it('counts invitations and reminders, and calls thanks by its name', () => {
  expect(mailingTitle({ kind: 'reminder', number: 2 })).toBe('Reminder 2');
  expect(mailingTitle({ kind: 'thanks', number: 1 })).toBe('Thanks');
});
