import type { Permission } from '@liaison-atlas/shared/access/permissions';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { DomainError } from '../platform/domain-error.js';
import { ALLOW } from './allow.decorator.js';
import { requestOf } from './request-of.js';

/** Refuses by default: an operation without `@Allow` cannot be called at all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const allowed = this.reflector.get<readonly Permission[] | undefined>(ALLOW, context.getHandler()) ?? [];
    const { actor } = requestOf(context);
    if (allowed.some((permission) => actor.permissions.includes(permission))) return true;
    throw new DomainError(
      'FORBIDDEN',
      'You do not have permission to do this.',
      '',
      'Sign in as somebody who may, or ask the survey lead.',
    );
  }
}
