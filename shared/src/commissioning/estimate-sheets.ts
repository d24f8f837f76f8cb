import { BENEFITS_SHEET } from './estimate-benefits.js';
import { NEED_SHEET } from './estimate-need.js';
import { TRAINING_SHEET } from './estimate-training.js';
import { WORKFORCE_SHEET } from './estimate-workforce.js';
import type { EstimateSheet } from './estimate.js';

/** Every estimate, in the order in which a plan needs them; the id is the end of its address `/estimate/{id}`. */
export const ESTIMATE_SHEETS: readonly EstimateSheet[] = [
  NEED_SHEET,
  WORKFORCE_SHEET,
  TRAINING_SHEET,
  BENEFITS_SHEET,
];
