import type { RoundKind } from '../fieldwork/round.js';

/** What the Open Government Licence asks to be shown beside hospital facts and areas. */
export const REFERENCE_ATTRIBUTION =
  'Contains information from NHS Digital and NHS England, licensed under the Open Government Licence v3.0. ' +
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. ' +
  'Contains OS data © Crown copyright and database right 2018, 2022.';

const ANSWERS: Readonly<Record<RoundKind, string>> = {
  published_facts: 'Answers: the published report of the 2018 survey of English liaison psychiatry services.',
  live: 'Answers: liaison psychiatry teams through Liaison Atlas.',
  synthetic: 'Answers: SYNTHETIC, invented for demonstration.',
};

/** Who is to be named beside a file with answers of a round: whose answers they are, then whose hospital facts. */
export const roundAttribution = (kind: RoundKind): string => `${ANSWERS[kind]} ${REFERENCE_ATTRIBUTION}`;
