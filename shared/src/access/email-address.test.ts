import { expect, it } from 'vitest';

import { parseEmailAddress } from './email-address.js';

it.each([
  [' Ada.Example@Trust.NHS.uk ', 'ada.example@trust.nhs.uk'],
  ["o'neill+survey@example.org", "o'neill+survey@example.org"],
])('%j is the address %s', (raw, value) => {
  expect(parseEmailAddress(raw, 'email')).toEqual({ ok: true, value });
});

it.each([
  '',
  'ada',
  'ada@localhost',
  'ada@example.org, eve@example.org',
  'ada@example.org\nBcc: eve@example.org',
  'Ada <ada@example.org>',
  'a@b@example.org',
  'ada@example.',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(260)}.org`,
  'ada\u0000@example.org',
])('%j is none', (raw) => {
  expect(parseEmailAddress(raw, 'email')).toMatchObject({ ok: false, problems: [{ field: 'email' }] });
});
