import { type FactAge, factAge, monthsSince, serviceAge } from './fact-age.js';
import {
  deliveryKey,
  type DeliveryWay,
  FACT_KEYS,
  type FactStamp,
  isKnown,
  type ServiceFacts,
  type StoredService,
} from './register-service.js';
import { CONFIRMER_WORDS, FACT_WORDS, factWords, SOURCE_WORDS, WAY_WORDS } from './service-words.js';

/** One fact as it is shown: what it says, on what that rests, and how old it is. */
export interface ShownFact {
  readonly key: string;
  readonly label: string;
  /** In words; "not known" where nobody has told. */
  readonly value: string;
  readonly age: FactAge;
  /** '' = not known. */
  readonly confirmedOn: string;
  /** null = not known. */
  readonly monthsOld: number | null;
  /** Function and organisation of who confirmed, never a person; '' = not known. */
  readonly confirmedBy: string;
  /** Kind of source and where exactly; '' = not known. */
  readonly source: string;
}

/** A hospital that a service works for. */
export interface ShownDelivery extends ShownFact {
  readonly odsCode: string;
  readonly hospital: string;
  readonly how: DeliveryWay;
}

/** A service as everybody may see it. */
export interface ShownService extends ServiceFacts {
  readonly id: string;
  readonly revision: number;
  readonly lines: readonly ShownFact[];
  readonly hospitals: readonly ShownDelivery[];
  /** The latest confirmation of any fact (YYYY-MM-DD); '' = none. */
  readonly lastConfirmedOn: string;
  readonly lastConfirmedBy: string;
  readonly knownFacts: number;
  /** Known facts that nobody has confirmed for 24 months. */
  readonly fadedFacts: number;
}

/** "the provider, Example Trust" */
export const confirmedByWords = ({ confirmer, organisation }: FactStamp): string =>
  organisation === '' ? CONFIRMER_WORDS[confirmer] : `${CONFIRMER_WORDS[confirmer]}, ${organisation}`;

const shown = (
  key: string,
  label: string,
  value: string,
  stamp: FactStamp | undefined,
  today: string,
): ShownFact => ({
  key,
  label,
  value,
  age: factAge(stamp, today),
  confirmedOn: stamp?.confirmedOn ?? '',
  monthsOld: stamp === undefined ? null : monthsSince(stamp.confirmedOn, today),
  confirmedBy: stamp === undefined ? '' : confirmedByWords(stamp),
  source: stamp === undefined ? '' : `${SOURCE_WORDS[stamp.source]}: ${stamp.reference}`,
});

/**
 * What the register shows of a service: every fact, those that are not known among them.
 * @param today YYYY-MM-DD of the clock
 * @param hospitalName name of a hospital by its code
 */
export function showService(
  service: StoredService,
  today: string,
  hospitalName: (odsCode: string) => string,
): ShownService {
  const { id, revision, facts, stamps } = service;
  const keys = FACT_KEYS.filter((key) => key !== 'tier' || facts.kind === 'liaison_team');
  const age = serviceAge(service, today);
  return {
    ...facts,
    id,
    revision,
    lines: keys.map((key) =>
      shown(
        key,
        FACT_WORDS[key],
        factWords(facts, key),
        isKnown(facts, key) ? stamps[key] : undefined,
        today,
      ),
    ),
    hospitals: facts.deliveries.map(({ odsCode, how }) => {
      const key = deliveryKey(odsCode);
      const hospital = hospitalName(odsCode);
      return { ...shown(key, hospital, WAY_WORDS[how], stamps[key], today), odsCode, hospital, how };
    }),
    lastConfirmedOn: age.last?.confirmedOn ?? '',
    lastConfirmedBy: age.last === undefined ? '' : confirmedByWords(age.last),
    knownFacts: age.known,
    fadedFacts: age.faded,
  };
}
