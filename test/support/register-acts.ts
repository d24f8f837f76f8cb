import type { Act } from './audited-act.js';
import type { Person } from './people.js';
import { RegisterKeeper } from './register-keeper.js';

/** Each mutation of the service register by name, in an order in which each finds what it needs. */
export function registerActs(lead: () => Person, everybody: () => Person): Readonly<Record<string, Act>> {
  const keeper = () => new RegisterKeeper(lead());
  let id = '';
  return {
    saveService: {
      act: async () => {
        ({ id } = await keeper().save({ name: 'Unreal Audited Service' }));
      },
      event: 'register.added by demo-survey_lead',
    },
    confirmService: {
      act: () => keeper().confirm(id, 1),
      event: 'register.confirmed by demo-survey_lead',
    },
    closeService: {
      act: () => keeper().close(id, 2),
      event: 'register.closed by demo-survey_lead',
    },
    setTeamAddress: {
      act: () => keeper().setAddress(id, 'unreal-team@example.org'),
      event: 'register.contact-set by demo-survey_lead',
    },
    sendCorrection: {
      act: () => new RegisterKeeper(everybody()).correct('It has moved to another building.'),
      event: 'register.correction-sent by public',
    },
    decideCorrection: {
      act: async () => {
        const [first] = (await keeper().inbox()).corrections;
        return keeper().decideCorrection(first.id, 'accepted');
      },
      event: 'register.correction-accepted by demo-survey_lead',
    },
    decideProposal: {
      act: async () => {
        const [first] = (await keeper().inbox()).proposals;
        return keeper().decideProposal(first.key, 'confirmed');
      },
      event: 'register.proposal-confirmed by demo-survey_lead',
    },
    restoreService: {
      act: () => keeper().restore(id, 1, 3),
      event: 'register.restored by demo-survey_lead',
    },
    // Once it is open again.
    askTeam: {
      act: () =>
        new RegisterKeeper(everybody()).ask(id, 'Do you come to the wards as well?', 'reader@example.org'),
      event: 'register.team-asked by public',
    },
  };
}
