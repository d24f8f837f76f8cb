import type { Act } from './audited-act.js';
import type { Person } from './people.js';
import { RegisterKeeper } from './register-keeper.js';

/** Each mutation of the service register by name, in an order in which each finds what it needs. */
export function registerActs(lead: () => Person): Readonly<Record<string, Act>> {
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
    restoreService: {
      act: () => keeper().restore(id, 1, 3),
      event: 'register.restored by demo-survey_lead',
    },
  };
}
