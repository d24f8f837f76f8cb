import type { Act } from './audited-act.js';
import type { Person } from './people.js';
import { givenSchemeLink, SchemeMember, type SchemeAnswer } from './scheme-member.js';
import type { TestServer } from './start-server.js';

/**
 * Each mutation of schemes by name, in an order in which each finds what it needs: `owner` begins one, `guest` joins it.
 * Both answer later.
 */
export function schemeActs(
  server: () => TestServer,
  owner: () => Person,
  guest: () => Person,
): Readonly<Record<string, Act>> {
  let scheme: SchemeAnswer;
  const lead = () => new SchemeMember(owner());
  const other = () => new SchemeMember(guest());
  return {
    createScheme: {
      act: async () => {
        scheme = (await lead().create('QOP', { title: 'Made up for the audit' })).scheme;
      },
      event: 'scheme.created by demo-survey_lead',
    },
    saveScheme: {
      act: () => lead().save(scheme.id, [{ key: 'r1', before: '', value: 'y' }]),
      event: 'scheme.saved by demo-survey_lead',
    },
    restoreScheme: {
      act: () => lead().restore(scheme.id, 2, 1),
      event: 'scheme.saved by demo-survey_lead',
    },
    inviteToScheme: {
      act: () => lead().invite(scheme.id, 'edit'),
      event: 'scheme.link-made by demo-survey_lead',
    },
    takeBackSchemeInvitation: {
      act: () => lead().takeBack(scheme.id),
      event: 'scheme.link-taken-back by demo-survey_lead',
    },
    joinScheme: {
      act: async () => {
        await givenSchemeLink(server(), scheme.id, 'edit', 'a-link-for-the-audit');
        return other().join('#a-link-for-the-audit');
      },
      event: 'scheme.joined by PERSON',
    },
    setSchemeLevel: {
      act: async () => {
        const { members } = await lead().get(scheme.id);
        const guestId = members.find(({ isYou }) => !isYou)?.memberId ?? '';
        await lead().setLevel(scheme.id, guestId, 'view');
      },
      event: 'scheme.members-changed by demo-survey_lead',
    },
    leaveScheme: { act: () => other().leave(scheme.id), event: 'scheme.left by PERSON' },
    deleteScheme: { act: () => lead().delete(scheme.id), event: 'scheme.deleted by demo-survey_lead' },
  };
}
