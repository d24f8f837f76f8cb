import type { Permission } from '@liaison-atlas/shared/access/permissions';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';

import type { Actor } from './actor.js';
import { requestOf } from './request-of.js';

/** Metadata key under which an operation's permissions lie; a test walks every operation for it. */
export const ALLOW = 'liaison-atlas:allow';

/** Declares who may call an operation: anyone who holds one of the permissions. Without it nobody may. */
export const Allow = (...permissions: readonly Permission[]) => SetMetadata(ALLOW, permissions);

/** The actor of the request, as the session hook found it. */
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => requestOf(context).actor,
);
