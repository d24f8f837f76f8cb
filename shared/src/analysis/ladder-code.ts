/** Codes of the integration ladder (methods C2); the same on the wire, on screen and in the map's legend. */
export const LADDER_CODES = [
  'NP',
  'NR',
  'CF',
  'G4',
  'G3',
  'G2',
  'GU',
  'GP',
  'G0',
  'G1',
  'G01',
  'G1U',
  'DK',
] as const;
export type LadderCode = (typeof LADDER_CODES)[number];
