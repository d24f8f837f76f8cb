import { DomainError } from '../../platform/domain-error.js';

export const noSuchService = (): DomainError =>
  new DomainError('NOT_FOUND', 'The register has no such service.', 'id', 'Look it up on the page Services.');

export const staleService = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'Somebody saved this service in between; nothing was overwritten.',
    'expectedRevision',
    'Load it again and repeat your change.',
  );
