import { describe, expect, it } from 'vitest';

import { recordedWords } from './recorded-words.js';

const service = { kind: 'pain', status: 'active', fadedFacts: 0 } as const;

describe('what is recorded of a place', () => {
  it('is never none where nothing is recorded', () => {
    expect(recordedWords([])).toBe('nothing recorded, which is not none');
  });

  it('is counted by kind, with what is planned, closed or faded said beside', () => {
    expect(
      recordedWords([
        service,
        { ...service, status: 'planned' },
        { ...service, status: 'closed', fadedFacts: 2 },
        { ...service, kind: 'liaison_team' },
      ]),
    ).toBe('Liaison psychiatry team: 1; Pain service: 3 (1 planned, 1 closed, 1 with faded facts)');
  });
});
