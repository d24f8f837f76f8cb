import { describe, expect, it } from 'vitest';

import type { Perspective } from '../response.js';
import { type AudienceInput, planAudience } from './plan-audience.js';

const person = (id: string, ...hospitals: string[]) => ({
  id,
  hospitals,
  perspectives: [],
  optedOut: false,
  bounced: false,
});
const invitation = (contactId: string, odsCode: string, change = {}) => ({
  id: `${contactId}-${odsCode}`,
  contactId,
  odsCode,
  out: true,
  bounced: false,
  ...change,
});
const given = (odsCode: string, ...perspectives: Perspective[]) =>
  new Map([[odsCode, new Set(perspectives)]]);
const plan = (change: Partial<AudienceInput>) =>
  planAudience({
    kind: 'invitation',
    contacts: [],
    frame: new Set(['A', 'B']),
    answered: new Map(),
    invitations: [],
    ...change,
  });
const names = ({ recipients, leftOut }: ReturnType<typeof plan>) => ({
  get: recipients.map(({ contactId, odsCode }) => `${contactId} ${odsCode}`),
  not: leftOut.map(({ contactId, odsCode, reason }) =>
    `${contactId} ${odsCode} ${reason}`.replace('  ', ' '),
  ),
});

describe('an invitation', () => {
  it('goes to each contact for each of their hospitals in the frame', () => {
    expect(names(plan({ contacts: [person('ann', 'B', 'A', 'X'), person('bob', 'A')] }))).toEqual({
      get: ['ann A', 'ann B', 'bob A'],
      not: [],
    });
  });

  it('leaves out who opted out, whose address was refused, and who has no hospital in the frame', () => {
    const contacts = [
      { ...person('ann', 'A'), optedOut: true, bounced: true },
      { ...person('bob', 'A'), bounced: true },
      person('cat', 'X'),
      person('dan'),
    ];
    expect(names(plan({ contacts }))).toEqual({
      get: [],
      not: ['ann opted_out', 'bob bounced', 'cat no_hospital_in_frame', 'dan no_hospital_in_frame'],
    });
  });

  it('leaves out what has been answered or invited, hospital by hospital', () => {
    const contacts = [person('ann', 'A', 'B'), person('bob', 'B')];
    const invitations = [invitation('ann', 'B', { out: false })];
    expect(names(plan({ contacts, invitations, answered: given('A', 'liaison') }))).toEqual({
      get: ['bob B'],
      not: ['ann A already_answered', 'ann B already_invited'],
    });
  });
});

describe('a reminder', () => {
  it('goes by the invitation that went out, only where nobody has answered', () => {
    const contacts = [person('ann', 'A', 'B'), person('bob', 'B'), person('cat', 'B')];
    const invitations = [
      invitation('ann', 'A'),
      invitation('ann', 'B'),
      invitation('bob', 'B', { out: false }),
    ];
    const planned = plan({ kind: 'reminder', contacts, invitations, answered: given('A', 'liaison') });
    expect(planned.recipients).toEqual([{ contactId: 'ann', odsCode: 'B', invitationId: 'ann-B' }]);
    expect(names(planned).not).toEqual(['ann A already_answered', 'bob B not_invited', 'cat B not_invited']);
  });

  it('does not go where the invitation bounced', () => {
    const invitations = [invitation('ann', 'A', { out: false, bounced: true })];
    expect(names(plan({ kind: 'reminder', contacts: [person('ann', 'A')], invitations })).not).toEqual([
      'ann A bounced',
    ]);
  });
});

describe('a round of several perspectives', () => {
  const asked = (id: string, ...perspectives: Perspective[]) => ({ ...person(id, 'A'), perspectives });

  it('goes on asking a hospital for the views that nobody has given', () => {
    const contacts = [asked('ann', 'liaison'), asked('ian', 'iapt'), asked('both', 'liaison', 'iapt')];
    expect(names(plan({ contacts, answered: given('A', 'liaison') }))).toEqual({
      get: ['ian A', 'both A'],
      not: ['ann A already_answered'],
    });
    expect(names(plan({ contacts, answered: given('A', 'liaison', 'iapt') })).get).toEqual([]);
  });

  it('leaves alone whoever is asked for no view in particular, once anybody has answered', () => {
    expect(names(plan({ contacts: [asked('ann')], answered: given('A', 'psychology') })).not).toEqual([
      'ann A already_answered',
    ]);
  });
});
