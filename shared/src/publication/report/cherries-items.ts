/** The items of the checklist for reports of online surveys (CHERRIES, Eysenbach 2004), in its order. */
export const CHERRIES_ITEMS = {
  design: 'Design of the survey',
  frame: 'Target population and frame',
  ethics: 'Ethical approval',
  consent: 'Informed consent',
  protection: 'Protection of personal data',
  development: 'Development and testing',
  openness: 'Open or closed survey',
  contact: 'Contact with those invited',
  advertising: 'Advertising of the survey',
  dates: 'Time of the survey',
  mandatory: 'Whether answering was voluntary',
  incentives: 'Incentives',
  order: 'Order of the questions at random',
  adaptive: 'Questions that depend on earlier answers',
  items: 'Questions by page',
  pages: 'Number of pages',
  completeness: 'Check for completeness',
  review: 'Review of the answers before sending',
  visitors: 'How one visitor is told from another',
  viewRate: 'View rate',
  participation: 'Participation rate',
  completion: 'Completion rate',
  duplicates: 'Several forms of one hospital',
  incomplete: 'Forms that were not finished',
  cutOff: 'Answers in unusually little time',
  weighting: 'Weighting',
} as const;
export type CherriesId = keyof typeof CHERRIES_ITEMS;
export const CHERRIES_IDS = Object.keys(CHERRIES_ITEMS) as readonly CherriesId[];

/** What is known of an item and from where. */
export type Known = Partial<Record<CherriesId, readonly [answer: string, source: string]>>;
