import type { DuplicationWarning } from '@liaison-atlas/shared/commissioning/register/duplication';

import type { DuplicationWarningModel } from './register.model.js';
import type { ServiceRegister } from './service-register.service.js';

/** A warning with the name of its hospital. */
export const toWarningModel = (
  warning: DuplicationWarning,
  register: Pick<ServiceRegister, 'hospitalName'>,
): DuplicationWarningModel => ({ ...warning, hospital: register.hospitalName(warning.odsCode) });
