import { describe, expect, it } from 'vitest';

import { toOutcome } from './to-outcome.js';

const refused = (responseCode: number, response: string, command = 'RCPT TO') => ({
  responseCode,
  response,
  command,
});

describe('what a mail server answers is kept and logged without', () => {
  it.each([
    ['550 5.1.1 <Ann.Example@example.org>: user unknown', '550 5.1.1 <(address)>: user unknown'],
    ['550 5.1.1 ann.example@example.org... User unknown', '550 5.1.1 (address) User unknown'],
    ['451 4.7.1 greylisted (ann.example+x@example.org)', '451 4.7.1 greylisted ((address))'],
    ['421 4.7.0 too many mails to ann.example@example.org', '421 4.7.0 too many mails to (address)'],
    ["550 No such user: 'ANN.EXAMPLE'", "550 No such user: '(address)'"],
    ['550 5.7.1 sender survey@atlas.example rejected', '550 5.7.1 sender (address) rejected'],
  ])('the address: %s', (response, kept) => {
    const { reason } = toOutcome(
      refused(Number(response.slice(0, 3)), response),
      false,
      'ann.example@example.org',
    );
    expect(reason).toBe(`The mail server answered: ${kept}`);
  });

  it('a mailbox whose name is part of a word leaves the word as it is', () => {
    const { reason } = toOutcome(refused(550, '550 users of user'), false, 'user@example.org');
    expect(reason).toBe('The mail server answered: 550 users of (address)');
  });

  it('an address at the end of what is kept, cut in the middle', () => {
    const long = `550 ${'x'.repeat(290)} ann.example@example.org`;
    expect(toOutcome(refused(550, long), false, 'ann.example@example.org').reason).not.toContain('ann');
  });
});
