import { type EntityManager, In } from 'typeorm';

import { Scheme, SchemeInvitation, SchemeMember, SchemeVersion } from './scheme.entity.js';

/** Deletes schemes with everything that hangs on them, inside a unit of work. */
export async function eraseSchemes(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const schemeId = In([...ids]);
  await manager.delete(SchemeInvitation, { schemeId });
  await manager.delete(SchemeMember, { schemeId });
  await manager.delete(SchemeVersion, { schemeId });
  await manager.delete(Scheme, { id: In([...ids]) });
}
