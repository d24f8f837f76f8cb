import type { SourcedNote } from './release.js';

/**
 * What a reader must know before using a figure of 2017-18: things the report says that are not counts, and its
 * ambiguities (survey E3), each in our own words with the line it rests on.
 */
export const PUBLISHED_2018_NOTES: readonly SourcedNote[] = [
  {
    id: 'frame-179',
    text:
      'Every share is of the 179 acute hospitals that the report counts in England. It prints no list of them, and ' +
      'it assumes that the 74 forms analysed are 74 different hospitals among those 179. The list shown here is ' +
      'another one: 175 general hospitals with an emergency department.',
    source: '000:166-168',
  },
  {
    id: 'coverage-40-or-41',
    text:
      'The report gives its coverage as 41% in the results and as 40% in the summary and the conclusions. ' +
      '74 of 179 is 41.3%.',
    source: '000:16, 000:168, 000:313',
  },
  {
    id: 'one-quarter',
    text:
      'The report says that at least a quarter of community IAPT services did not treat MUS/LTCs. Its own count ' +
      'is 18 of 74 respondents, 24.3%, which is under a quarter; of those who knew it is 18 of 49, 36.7%. Both ' +
      'count respondents about hospitals, not IAPT services.',
    source: '000:19-21, 000:174-175, 000:309-311',
  },
  {
    id: 'units',
    text:
      'The same 74 are called forms, respondents and hospitals in different places. If one team answered for ' +
      'several hospitals, or a form came from outside the 179, then 74 of 179 is not the share of hospitals covered.',
    source: '000:166-168, 000:172, 000:181, 000:313',
  },
  {
    id: 'england',
    text:
      'The conclusions describe the respondents as working mainly in English hospitals, so some forms may be from ' +
      'elsewhere. How many is not known.',
    source: '000:306',
  },
  {
    id: 'exclusions',
    text:
      'Six forms were left out as duplicates or as child-and-adolescent only. How many were which is not ' +
      'published, nor whether duplicates were dropped or merged.',
    source: '000:159-166',
  },
  {
    id: 'invited',
    text:
      'The invitation went to two e-mail lists, of the liaison psychiatry faculty and of the liaison accreditation ' +
      'network. How many people that was is not published, so no share of those invited can be given, and ' +
      'hospitals with a liaison service are over-represented.',
    source: '000:121-124',
  },
  {
    id: 'in-reach-and-treats',
    text:
      'How the two questions go together is not published: the report does not say that the 3 hospitals with ' +
      'in-reach are among the 31 whose IAPT service treats MUS/LTCs.',
    source: '000:172-183',
  },
  {
    id: 'mus-and-ltc-together',
    text:
      'MUS and LTCs were one question, so a yes can mean either. One of the three in-reach services took patients ' +
      'with certain LTCs but none with MUS; the report does not say which.',
    source: '000:131-136, 000:313-316',
  },
  {
    id: 'one-view',
    text:
      'Each integration score is the view of one respondent of the liaison team on a scale from 0 to 100. ' +
      'It is not a measurement, and it is not the view of the IAPT service.',
    source: '000:140-145, 000:188-192',
  },
  {
    id: 'positives',
    text: 'Two of the three hospitals with in-reach named positive points; none is printed for Weston General.',
    source: '000:197-209, 000:220-221, 000:233-243',
  },
  {
    id: 'improvements',
    text: 'All three hospitals with in-reach said what could be improved.',
    source: '000:210, 000:223-226, 000:236-239',
  },
  {
    id: 'comments',
    text:
      '44 of the 74 respondents added comments. Whether that includes the three hospitals with in-reach is not ' +
      'stated. The comments are given as themes; only the first is ranked, and none has a count.',
    source: '000:247-287',
  },
  {
    id: 'hull',
    text:
      'One respondent described a working integrated service in Hull, run from secondary care. The report names the ' +
      'city, not the hospital, and does not say how this respondent answered the two questions.',
    source: '000:270-273, 000:319-322',
  },
  {
    id: 'not-by-hospital',
    text:
      'The report names the three hospitals with in-reach. Which other hospitals answered, and what they said, is ' +
      'not published, and neither are figures by area.',
    source: '000:186-188',
  },
  {
    id: 'names-of-2018',
    text:
      'Names are those of 2018: IAPT is now NHS Talking Therapies, clinical commissioning groups became integrated ' +
      'care boards in 2022, and several trusts have merged since.',
    source: 'reference data, ODS succession',
  },
];
