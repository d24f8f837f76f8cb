import type { HospitalRecord } from '../cleaning/analysis-dataset.js';

/**
 * Whether another integrated service for MUS/LTC is on site: a liaison clinic, clinical health psychology or a
 * service of both (methods C2). `not_known` is not "no": in 2018 nobody was asked.
 */
export type OtherProvision = 'yes' | 'no' | 'not_known';

/** The closed items of instrument v1.1 that speak of provision other than IAPT. */
export const OTHER_PROVISION_ITEMS = ['psychology_on_site', 'other_integrated_service'] as const;

/**
 * Other provision of one hospital from its two closed items: yes if either is yes, no only if both are no,
 * else not known. A conflict, a "don't know", a skipped or an unasked item can therefore never make a "no".
 */
export function otherProvisionOf(record: Pick<HospitalRecord, 'items'>): OtherProvision {
  const positions = OTHER_PROVISION_ITEMS.map((item) => record.items[item]?.position ?? 'not_asked');
  if (positions.includes('yes')) return 'yes';
  return positions.every((position) => position === 'no') ? 'no' : 'not_known';
}
