import { describe, expect, it } from 'vitest';

import type { Form } from '../../fieldwork/response.js';
import { aForm } from '../synthetic/a-form.js';
import { outOfScope } from './r3-scope.js';

const FRAME = new Set(['H1', 'H2']);

describe('R3: scope', () => {
  it.each<[string, Partial<Form>, string | undefined]>([
    ['a child-only team', { populations: ['camhs'] }, 'out_of_scope_population'],
    ['a team for children and adults', { populations: ['adult', 'camhs'] }, undefined],
    ['a team that was not asked whom it serves', { populations: [] }, undefined],
    ['a hospital in Wales', { country: 'wales', odsCode: '' }, 'out_of_scope_country'],
    ['a hospital whose country was not asked', { country: '' }, undefined],
    ['a hospital that is not matched', { odsCode: '' }, 'unmatched_hospital'],
    ['a hospital outside the frame', { odsCode: 'H9' }, 'outside_frame'],
    [
      'a child-only team of an unmatched hospital',
      { odsCode: '', populations: ['camhs'] },
      'out_of_scope_population',
    ],
  ])('%s: %j → %s', (_case, form, reason) => {
    expect(outOfScope(aForm(form), FRAME)?.reason).toBe(reason);
  });

  it('leaves hospitals in England that are not in the frame to a person', () => {
    expect(outOfScope(aForm({ odsCode: 'H9' }), FRAME)?.outcome).toBe('pending');
    expect(outOfScope(aForm({ odsCode: '' }), FRAME)?.outcome).toBe('pending');
  });
});
