/** The synthetic round of the demonstration mode: made at its first start, and what "answer as a synthetic hospital" leads to while it takes answers. */
export const DEMO_ROUND_ID = 'demo-2026';
