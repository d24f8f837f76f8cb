import type { MapLayer } from '../explorer-state.js';

interface LayerWords {
  /** In the choice of layers. */
  readonly choice: string;
  /** In headings and files. */
  readonly title: string;
  /** Whether it shows what a round says; the others are the same in every round. */
  readonly ofRound: boolean;
  /** Whether the filters on hospitals narrow it. */
  readonly filtered: boolean;
}

/** What the layers are called. */
export const LAYER_WORDS: Readonly<Record<MapLayer, LayerWords>> = {
  ladder: {
    choice: 'Hospitals by what is reported',
    title: 'IAPT and liaison psychiatry, hospital by hospital',
    ofRound: true,
    filtered: true,
  },
  tier: {
    choice: 'Hospitals by tier of the liaison team',
    title: 'Liaison teams by tier, hospital by hospital',
    ofRound: true,
    filtered: true,
  },
  early: {
    choice: 'Pathfinders and early implementers',
    title: 'Pathfinders and early implementers of IAPT-LTC',
    ofRound: false,
    filtered: false,
  },
  cases: { choice: 'Case studies', title: 'Case studies', ofRound: false, filtered: false },
  trusts: {
    choice: 'Trusts by how many hospitals answered',
    title: 'Trusts, by how many of their hospitals answered',
    ofRound: true,
    filtered: true,
  },
};
