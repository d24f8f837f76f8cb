import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

import { requestOf } from './request-of.js';

/** Where a request comes from, for limits only: it is neither stored nor logged. */
export const ClientAddress = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string => requestOf(context).ip,
);
