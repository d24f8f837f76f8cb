import { PUBLISHED_2018 } from '@liaison-atlas/shared/publication/published-2018';

import type { Round } from '../fieldwork/round.entity.js';
import { ACUTE_ED_2018 } from '../frame/frame.service.js';
import { DEMO_ROUND_ID } from '../platform/demo-round.js';

type NewRound = Readonly<Round>;

/** The 2018 report as a round: it was never asked here, so it has no dates and takes no answers. */
export const PUBLISHED_2017_18: NewRound = {
  id: PUBLISHED_2018.roundId,
  title: PUBLISHED_2018.title,
  kind: 'published_facts',
  state: 'published',
  fieldwork: PUBLISHED_2018.fieldwork,
  instrumentKey: null,
  instrumentVersion: '1.0',
  frameId: ACUTE_ED_2018,
  opensAt: null,
  closesAt: null,
  correctionsUntil: null,
  settings: { unitOfAnalysis: 'site', nameFacts: true, nameDontKnow: false, nameSilence: false },
  basedOn: null,
  planRevision: null,
};

/** Invented answers for demonstration. Nobody said any of it, so silence and "don't know" may be shown by name. */
export const DEMO_2026: NewRound = {
  id: DEMO_ROUND_ID,
  title: 'Demonstration round 2026 (SYNTHETIC)',
  kind: 'synthetic',
  state: 'open',
  fieldwork: 'invented for demonstration',
  instrumentKey: null,
  instrumentVersion: '1.1',
  frameId: ACUTE_ED_2018,
  opensAt: null,
  closesAt: '2099-12-31T23:59:59.000Z',
  correctionsUntil: '2099-12-31T23:59:59.000Z',
  settings: { unitOfAnalysis: 'site', nameFacts: true, nameDontKnow: true, nameSilence: true },
  basedOn: null,
  planRevision: null,
};
