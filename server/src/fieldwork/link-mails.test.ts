import { describe, expect, it } from 'vitest';

import { handOverMail, resumeMail } from './link-mails.js';

const mail = (kind: 'live' | 'synthetic') => ({
  round: { id: 'r', title: 'Round 2027', kind, closesAt: '2027-12-31T23:59:59.999Z' },
  furtherLinkId: 'f',
  recipient: 'ann@example.org',
});

describe('a mail with a further link to a form', () => {
  it.each([handOverMail, resumeMail])('names the last day as people write it', (make) => {
    expect(make(mail('live')).body).toContain('The survey closes on 31 December 2027.');
  });

  it.each([handOverMail, resumeMail])(
    'says in subject and text that a synthetic round is one, and only then',
    (make) => {
      const said = ({ subject, body }: ReturnType<typeof make>) =>
        [subject, body].map((text) => text.startsWith('SYNTHETIC: '));
      expect(said(make(mail('synthetic')))).toEqual([true, true]);
      expect(said(make(mail('live')))).toEqual([false, false]);
    },
  );
});
