import { describe, expect, it } from 'vitest';

import { type OpenStart, parseNewOpenLink, parseOpenStart } from './open-link.js';

describe('a new open link', () => {
  it('takes its name in small letters and trims its label', () => {
    expect(parseNewOpenLink({ name: ' PLAN-members ', label: ' PLAN mailing list ' })).toEqual({
      ok: true,
      value: { name: 'plan-members', label: 'PLAN mailing list' },
    });
  });

  it.each(['', 'a b', 'plan/members', '-plan', 'plan--members', 'plän', 'x'.repeat(41), '../x'])(
    'refuses the name %j',
    (name) =>
      expect(parseNewOpenLink({ name, label: 'A list' })).toMatchObject({
        ok: false,
        problems: [{ code: 'BAD_LIST_NAME', field: 'name' }],
      }),
  );

  it('says both problems at once', () => {
    const refused = parseNewOpenLink({ name: '?', label: ' ' });
    expect(refused.ok ? [] : refused.problems.map(({ field }) => field)).toEqual(['name', 'label']);
  });
});

describe('a form begun by an open link', () => {
  const hospitals = [{ odsCode: 'RW603' }];
  const entered = (changes: Partial<OpenStart>): OpenStart => ({
    hospital: '',
    otherName: '',
    otherTown: '',
    email: '',
    ...changes,
  });
  const fieldsOf = (changes: Partial<OpenStart>): string[] => {
    const result = parseOpenStart(entered(changes), hospitals);
    return result.ok ? [] : result.problems.map(({ field }) => field);
  };

  it('is for the hospital that was chosen', () => {
    expect(parseOpenStart(entered({ hospital: 'RW603', email: ' A@Example.org' }), hospitals)).toEqual({
      ok: true,
      value: { odsCode: 'RW603', hospital: 'RW603', email: 'a@example.org' },
    });
  });

  it('keeps name and town of a hospital that is not listed, for a person to match', () => {
    const result = parseOpenStart(
      entered({ hospital: 'other', otherName: ' Unreal  Infirmary ', otherTown: 'Nowhere' }),
      hospitals,
    );
    expect(result).toEqual({
      ok: true,
      value: { odsCode: '', hospital: 'other:Unreal Infirmary, Nowhere', email: '' },
    });
  });

  it.each<[string, Partial<OpenStart>, string[]]>([
    ['nothing', {}, ['hospital']],
    ['a hospital of another frame', { hospital: 'RXX01' }, ['hospital']],
    ['a hospital and a name', { hospital: 'RW603', otherName: 'Unreal' }, ['hospital']],
    ['"not listed" alone', { hospital: 'other' }, ['otherName', 'otherTown']],
    ['a name without a town', { otherName: 'Unreal' }, ['otherTown']],
    ['a name that is too long', { otherName: 'x'.repeat(131), otherTown: 'Nowhere' }, ['otherName']],
    ['a wrong address too', { email: 'nobody' }, ['hospital', 'email']],
    ['two addresses', { hospital: 'RW603', email: 'a@example.org, b@example.org' }, ['email']],
  ])('is refused for %s', (_what, changes, fields) => expect(fieldsOf(changes)).toEqual(fields));
});
