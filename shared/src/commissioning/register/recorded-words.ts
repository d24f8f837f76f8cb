import { SERVICE_KINDS, type ServiceKind, type ServiceStatus } from './register-service.js';
import { KIND_WORDS } from './service-words.js';

/** What is counted of a service of the register. */
export interface RecordedService {
  readonly kind: ServiceKind;
  readonly status: ServiceStatus;
  /** Known facts that nobody has confirmed for 24 months. */
  readonly fadedFacts: number;
}

/**
 * Services of a place by kind, in words: how many are recorded, how many of them are only planned, may not be there any more, are closed, or have facts
 * that faded. Nothing recorded is said so, and is not none.
 */
export function recordedWords(services: readonly RecordedService[]): string {
  if (services.length === 0) return 'nothing recorded, which is not none';
  return SERVICE_KINDS.flatMap((kind) => {
    const ofKind = services.filter((service) => service.kind === kind);
    if (ofKind.length === 0) return [];
    const parts = [
      ['planned', ofKind.filter(({ status }) => status === 'planned').length],
      ['not known whether still there', ofKind.filter(({ status }) => status === 'not_known').length],
      ['closed', ofKind.filter(({ status }) => status === 'closed').length],
      ['with faded facts', ofKind.filter(({ fadedFacts }) => fadedFacts > 0).length],
    ] as const;
    const said = parts.flatMap(([words, count]) => (count === 0 ? [] : [`${count} ${words}`]));
    return [`${KIND_WORDS[kind]}: ${ofKind.length}${said.length === 0 ? '' : ` (${said.join(', ')})`}`];
  }).join('; ');
}
