import { LADDER_CODES } from '@liaison-atlas/shared/analysis/ladder-code';
import { PERSPECTIVES, RESPONSE_STATES } from '@liaison-atlas/shared/fieldwork/response';
import { ROUND_KINDS, ROUND_STATES } from '@liaison-atlas/shared/fieldwork/round';
import { ABSENCES } from '@liaison-atlas/shared/instrument/answer-value';
import { describe, expect, it } from 'vitest';

import { tableBelow } from './markdown.js';
import { textOf } from './repository.js';

const glossary = textOf('docs/glossary.md');

describe('the glossary explains every word that a figure or a file can carry', () => {
  it.each([
    ['Answer states', ['answered', ...ABSENCES]],
    ['Positions of a hospital', ['yes', 'no', 'dont_know', 'skipped', 'not_asked', 'conflict', 'no_reply']],
    ['Ladder codes', LADDER_CODES],
    ['Response states', RESPONSE_STATES],
    ['Round states', ROUND_STATES],
    ['Round kinds', ROUND_KINDS],
    ['Perspectives', PERSPECTIVES],
  ] as const)('%s', (heading, words) => {
    const rows = tableBelow(glossary, heading);
    const explained = rows.flatMap(([first = '']) => first.split(',').map((word) => word.trim()));
    expect([...explained].sort()).toEqual([...words].sort());
    expect(rows.filter(([, meaning = '']) => meaning.length < 12)).toEqual([]);
  });

  it.each([
    'Frame',
    'Listed frame',
    'Declared size',
    'Round',
    'Instrument',
    'Series',
    'Matrix',
    'Verdict',
    'Response',
    'Form',
    'Revision',
    'Release',
    'Gap',
    'In-reach',
    'MUS',
    'LTC',
    'IAPT',
    'NHS Talking Therapies',
    'CCG',
    'ICB',
    'Early implementer',
    'Pathfinder',
    'ODS code',
    'Coverage bounds',
    'Unit of work',
    'Area',
    'Outcode',
    'Realisation factor',
    'Priority area',
    'Readiness',
    'Suggestion',
    'Service register',
    'Faded',
    'Tier',
    'Personal data',
    'Pseudonym',
    'Retention period',
    'Rectification',
    'Erasure',
  ])('%s is a word of it', (word) => {
    expect(glossary).toMatch(new RegExp(`^\\*\\*[^*]*\\b${word}\\b[^*]*\\*\\*`, 'm'));
  });
});
