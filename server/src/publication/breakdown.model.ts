import { BREAKDOWNS } from '@liaison-atlas/shared/analysis/figures';
import { registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';

export const BreakdownEnum = enumOf(BREAKDOWNS);
registerEnumType(BreakdownEnum, {
  name: 'Breakdown',
  description: 'By what the hospitals of a table of figures are told apart.',
});
