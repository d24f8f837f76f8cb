import type { Known } from './cherries-items.js';

/** What the report of 2018 tells of the items of the checklist; what it does not tell stays blank. */
export const CHERRIES_2018: Known = {
  design: [
    'One online questionnaire to liaison psychiatry services, answered by whoever replied for a hospital.',
    '000:117-119',
  ],
  frame: ['The acute hospitals of England, of which the report gives the number and no list.', '000:166-168'],
  openness: ['Open to the members of the lists that were invited.', '000:121-124'],
  contact: [
    'By e-mail to the lists of the liaison psychiatry faculty and of the liaison accreditation network. How many ' +
      'people that reached, and whether they were reminded, is not published.',
    '000:121-124',
  ],
  dates: ['December 2017 to January 2018; the days are not published.', '000:124-126'],
  adaptive: ['Three questions were put only where there was in-reach.', '000:137-148'],
  items: ['Seven questions; how they stood on pages is not published.', '000:128-151'],
  participation: ['Cannot be computed: the size of the lists is not published.', '000:121-124'],
  duplicates: [
    'Repeated information of one hospital was left out; whether forms were dropped or merged is not published.',
    '000:159-162',
  ],
  weighting: ['None is described; the shares are of the forms analysed.', '000:172-183'],
};
