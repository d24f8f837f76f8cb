import { expect, it } from 'vitest';

import { parseRecordedNote, recordedWords, type RecordedNote } from './recorded-answer.js';

const NOTE = { mode: 'telephone', takenOn: '2026-11-20', spokenTo: 'nurse' } as const;
const TODAY = '2026-11-22';

it('is taken as it is, and said in words without a name', () => {
  expect(parseRecordedNote(NOTE, TODAY)).toEqual({ ok: true, value: NOTE });
  expect(recordedWords(NOTE)).toBe('by telephone, 2026-11-20, nurse or therapist');
});

it.each<[string, Partial<RecordedNote>, string]>([
  ['an unknown way', { mode: 'web_token' }, 'mode'],
  ['tomorrow', { takenOn: '2026-11-23' }, 'takenOn'],
  ['a day that does not exist', { takenOn: '2026-02-30' }, 'takenOn'],
  ['a day before any survey', { takenOn: '1999-01-01' }, 'takenOn'],
  ['no day', { takenOn: '' }, 'takenOn'],
  ['a name', { spokenTo: 'Dr Example' }, 'spokenTo'],
])('refuses %s', (_what, changes, field) =>
  expect(parseRecordedNote({ ...NOTE, ...changes }, TODAY)).toMatchObject({
    ok: false,
    problems: [{ field }],
  }),
);

it('says all problems at once', () => {
  const refused = parseRecordedNote({ mode: '', takenOn: '', spokenTo: '' }, TODAY);
  expect(refused.ok ? [] : refused.problems.map(({ field }) => field)).toEqual([
    'mode',
    'takenOn',
    'spokenTo',
  ]);
});
