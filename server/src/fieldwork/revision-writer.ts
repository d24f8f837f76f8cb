import { alsoForOf } from '@liaison-atlas/shared/fieldwork/also-for';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';

import { newOrderedId } from '../database/ordered-id.js';
import { insertRows } from '../database/row-statements.js';
import type { Unit } from '../database/unit.js';
import { sha256 } from '../platform/ids.js';
import { FurtherHospital } from './further-hospital.entity.js';
import { ResponseRevision } from './response-revision.entity.js';

/** One submission on its way into the append-only tables. */
export interface NewRevision {
  readonly responseId: string;
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly answers: Answers;
}

/**
 * Writes what a team sent, whole and for good, with the hash that shows later that it was not changed; and of which
 * further hospitals it speaks from now on, so that it is found by them.
 */
export async function writeRevision({ manager }: Unit, sent: NewRevision): Promise<void> {
  const hash = sha256(canonicalJson(sent.answers));
  await insertRows(manager, ResponseRevision, [{ id: newOrderedId(sent.at), ...sent, hash }]);
  const { responseId, revision } = sent;
  if (revision > 1) await manager.delete(FurtherHospital, { responseId });
  const further = [...new Set(alsoForOf(sent.answers))];
  await insertRows(
    manager,
    FurtherHospital,
    further.map((odsCode) => ({ responseId, odsCode })),
  );
}
