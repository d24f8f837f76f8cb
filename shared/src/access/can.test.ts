import { describe, expect, it } from 'vitest';

import { can, permissionsOf } from './can.js';
import { GIVEN_ROLES, type Permission, PERMISSIONS, type Role, ROLE_PERMISSIONS } from './permissions.js';
import { covers, type Place, type Scope, SCOPES_OF_ROLE, WHOLE_SURVEY } from './scope.js';

/** Who may do what, written down a second time: the product's table has to agree with it cell by cell. */
const EXPECTED: Readonly<Record<Permission, readonly Role[] | 'everybody' | 'signed in'>> = {
  Public: 'everybody',
  AnswerWithToken: 'everybody',
  OwnAccount: 'signed in',
  ReadLiveRound: ['survey_lead', 'cleaner', 'analyst'],
  ReadAnalysis: ['survey_lead', 'analyst'],
  CleanRound: ['survey_lead', 'cleaner'],
  ReleaseRound: ['survey_lead'],
  ManageFrame: ['administrator', 'survey_lead'],
  ManagePeople: ['administrator'],
  ManagePersonalData: ['administrator'],
  ReadOutbox: ['administrator', 'survey_lead'],
  ReadSystem: ['administrator'],
  ManageContacts: ['survey_lead'],
  DesignInstrument: ['administrator', 'survey_lead'],
  ReadHistory: ['administrator', 'survey_lead'],
  PlanRound: ['administrator', 'survey_lead'],
  ManageOpenLinks: ['survey_lead'],
  RecordAnswer: ['survey_lead', 'cleaner'],
  ManageRegister: ['administrator', 'survey_lead', 'site_lead'],
  CodeComments: ['survey_lead', 'coder'],
  ManageCoding: ['survey_lead'],
};
const roles = Object.keys(ROLE_PERMISSIONS) as Role[];
const cells = roles.flatMap((role) => PERMISSIONS.map((permission) => ({ role, permission })));

describe('what each role may do', () => {
  it.each(cells)('$role and $permission', ({ role, permission }) => {
    const who = EXPECTED[permission];
    const expected = who === 'everybody' || (who === 'signed in' ? role !== 'public' : who.includes(role));
    const grants = [{ role, scope: WHOLE_SURVEY }];
    expect(can({ grants }, permission, {})).toBe(expected);
    expect(permissionsOf(grants).includes(permission)).toBe(expected);
  });

  it('every role but the public can be given, each for at least one kind of scope', () => {
    expect([...GIVEN_ROLES, 'public'].sort()).toEqual([...roles].sort());
    expect(GIVEN_ROLES.filter((role) => SCOPES_OF_ROLE[role].length === 0)).toEqual([]);
  });
});

describe('where a grant holds', () => {
  const round: Scope = { kind: 'round', id: '2027' };
  const region: Scope = { kind: 'region', id: 'Y56' };
  const hospital: Scope = { kind: 'hospital', id: 'RW603' };

  it.each<[string, Scope, Place, boolean]>([
    ['the survey covers the whole', WHOLE_SURVEY, {}, true],
    ['the survey covers a round', WHOLE_SURVEY, { round: '2027' }, true],
    ['a survey of another name covers nothing', { kind: 'survey', id: 'other' }, {}, false],
    ['a round covers itself', round, { round: '2027' }, true],
    ['a round covers a hospital in it', round, { round: '2027', hospital: 'RW603' }, true],
    ['a round does not cover another', round, { round: '2028' }, false],
    ['a round does not cover the survey', round, {}, false],
    ['a region covers a hospital in it', region, { region: 'Y56', hospital: 'RW603' }, true],
    ['a region does not cover a whole round', region, { round: '2027' }, false],
    ['a hospital covers itself', hospital, { hospital: 'RW603' }, true],
    ['a hospital does not cover another', hospital, { hospital: 'RH801' }, false],
    ['a hospital does not cover a place without one', hospital, { round: '2027' }, false],
  ])('%s', (_what, scope, place, expected) => expect(covers(scope, place)).toBe(expected));

  it('the lead of one round cannot release another', () => {
    const lead = { grants: [{ role: 'survey_lead' as const, scope: round }] };
    expect(can(lead, 'ReleaseRound', { round: '2027' })).toBe(true);
    expect(can(lead, 'ReleaseRound', { round: '2028' })).toBe(false);
  });

  it('two grants do not add up: the permission of one and the place of the other are not enough', () => {
    const both = {
      grants: [
        { role: 'survey_lead' as const, scope: round },
        { role: 'coder' as const, scope: { kind: 'round' as const, id: '2028' } },
      ],
    };
    expect(can(both, 'ReleaseRound', { round: '2028' })).toBe(false);
  });

  it('without a grant nothing is allowed anywhere', () => {
    expect(PERMISSIONS.filter((permission) => can({ grants: [] }, permission, {}))).toEqual([]);
    expect(permissionsOf([])).toEqual([]);
  });
});
