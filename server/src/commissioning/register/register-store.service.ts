import type {
  FactStamps,
  ServiceFacts,
  StoredService,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { Injectable } from '@nestjs/common';

import { insertRows } from '../../database/row-statements.js';
import type { Unit } from '../../database/unit.js';
import { Clock } from '../../platform/clock.js';
import type { AuditFacts } from '../../platform/audit/audit-event.entity.js';
import { newId } from '../../platform/ids.js';
import { staleService } from './register-problems.js';
import {
  type RegisterChange,
  RegisterDelivery,
  RegisterRevision,
  RegisterServiceRow,
} from './register-service.entity.js';
import { REGISTER_TOPIC } from './register-topic.js';

/** A service as it is to be, and what led there. */
export interface ServiceChange {
  readonly id: string;
  /** null = a new service. */
  readonly before: StoredService | null;
  readonly expectedRevision: number;
  readonly facts: ServiceFacts;
  readonly stamps: FactStamps;
  readonly change: RegisterChange;
  /** Codes and numbers for the audit trail, never texts. */
  readonly detail: AuditFacts;
}

/** Writes a revision of a service with everything that belongs to it. */
@Injectable()
export class RegisterStore {
  constructor(private readonly clock: Clock) {}

  /**
   * Stores the service, its hospitals, the revision and the audit event in the unit of what led there.
   * @param isNoted false = the caller notes the audit event of the whole
   * @throws DomainError CONFLICT when it is not the expected revision any more
   */
  async put(
    unit: Unit,
    { id, before, expectedRevision, facts, stamps, change, detail }: ServiceChange,
    by: string,
    isNoted = true,
  ): Promise<StoredService> {
    const { manager } = unit;
    const at = this.clock.now();
    const revision = expectedRevision + 1;
    const row = { revision, kind: facts.kind, status: facts.status, facts, stamps, changedAt: at };
    if (before === null) {
      if (expectedRevision !== 0) throw staleService();
      await manager.insert(RegisterServiceRow, { id, ...row, createdAt: at });
    } else {
      const { affected } = await manager.update(RegisterServiceRow, { id, revision: expectedRevision }, row);
      if (affected === 0) throw staleService();
      await manager.delete(RegisterDelivery, { serviceId: id });
    }
    const deliveries = facts.deliveries.map((delivery) => ({ serviceId: id, ...delivery }));
    await insertRows(manager, RegisterDelivery, deliveries);
    await insertRows(manager, RegisterRevision, [
      { id: newId(), serviceId: id, revision, change, facts, stamps, at, by },
    ]);
    unit.touch(REGISTER_TOPIC, id);
    if (isNoted) await noteRegisterChange(unit, { id, before, facts, change, revision, detail });
    return { id, revision, facts, stamps };
  }
}

/** The audit event of a change: codes only; the hospitals are subjects, so that it stands in their history. */
async function noteRegisterChange(
  unit: Unit,
  {
    id,
    before,
    facts,
    change,
    revision,
    detail,
  }: Pick<ServiceChange, 'id' | 'before' | 'facts' | 'change' | 'detail'> & { readonly revision: number },
): Promise<void> {
  const codes = new Set(
    [...(before?.facts.deliveries ?? []), ...facts.deliveries].map(({ odsCode }) => odsCode),
  );
  await unit.audit(
    `register.${change}`,
    'register_service',
    id,
    { ...detail, revision },
    {
      subjects: [...codes].map((code) => ({ entity: 'hospital', id: code })),
      before:
        before === null ? null : { status: before.facts.status, hospitals: before.facts.deliveries.length },
      after: { status: facts.status, hospitals: facts.deliveries.length },
    },
  );
}
