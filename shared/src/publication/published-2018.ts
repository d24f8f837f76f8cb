/** One figure of the 2018 report, with the line of the report's text it stands on. */
export interface PublishedFigure {
  readonly value: number;
  /** Seed document and line, e.g. `000:168`. */
  readonly source: string;
}

/** The counts of one yes / no question as the report printed them; their sum is the 74 analysed forms. */
export interface PublishedQuestion {
  readonly yes: PublishedFigure;
  readonly no: PublishedFigure;
  readonly dontKnow: PublishedFigure;
}

/** A hospital that the report names as having IAPT in-reach, with the one score it printed for it. */
export interface PublishedInReachHospital {
  /** ODS code of the site in February 2018; found by name, since the report gives names only. */
  readonly odsCode: string;
  /** The name as the report writes it. */
  readonly reportedName: string;
  /** Integration as one respondent judged it, 0 to 100 (question wording: 000:140-145). */
  readonly score: PublishedFigure;
  readonly namedAt: string;
  /** Lines of the answer on positive points, or `not_published` where the report prints none. */
  readonly positives: string;
  readonly improve: string;
  readonly comments: string;
}

const figure = (value: number, source: string): PublishedFigure => ({ value, source });

/**
 * What the report of the 2018 survey published, and nothing else: every count with its line (survey E2).
 *
 * The answers of single hospitals were not published, except the three with in-reach; the rest of the frame is
 * therefore "not published", never "no" and never "did not reply".
 */
export const PUBLISHED_2018 = {
  roundId: '2017-18',
  title: 'Survey of English liaison psychiatry services, 2017-18',
  /** Six weeks; the report gives months, no days (000:124-126). */
  fieldwork: 'December 2017 to January 2018',
  fieldworkSource: '000:124-126',
  /** Acute hospitals in England by the report's own count; it cites a source and prints no list. */
  declaredSize: figure(179, '000:168'),
  received: figure(80, '000:159'),
  /** 80 − 74. Duplicates and child-only replies together; how many of each was not published. */
  excluded: figure(6, '000:159-166'),
  analysed: figure(74, '000:166'),
  /** Q2: does the local IAPT service assess and treat patients with MUS/LTCs? */
  treatsMusLtc: {
    yes: figure(31, '000:172-174'),
    no: figure(18, '000:174-175'),
    dontKnow: figure(25, '000:175-176'),
  },
  /** Q3: does it provide an in-reach service into the hospital? */
  inReach: { yes: figure(3, '000:181-182'), no: figure(62, '000:182-183'), dontKnow: figure(9, '000:183') },
  inReachHospitals: [
    {
      odsCode: 'RW603',
      reportedName: 'Royal Oldham Hospital',
      score: figure(59, '000:196'),
      namedAt: '000:186-188',
      positives: '000:197-209',
      improve: '000:210',
      comments: '000:211-216',
    },
    {
      odsCode: 'RH801',
      reportedName: 'Royal Devon and Exeter Hospital',
      score: figure(42, '000:218'),
      namedAt: '000:186-188',
      positives: '000:220-221',
      improve: '000:223-226',
      comments: '000:228-230',
    },
    {
      odsCode: 'RA301',
      reportedName: 'Weston General Hospital',
      score: figure(11, '000:235'),
      namedAt: '000:186-188',
      positives: 'not_published',
      improve: '000:236-239',
      comments: '000:241-243',
    },
  ],
  /** Respondents, of the 74, who added comments. */
  commented: figure(44, '000:247'),
  /** In-reach hospitals that said what is good about it, of the 3. */
  positivesGiven: figure(2, '000:197-209, 000:220-221, 000:233-243'),
  /** In-reach hospitals that said what could be better, of the 3. */
  improvementsGiven: figure(3, '000:210, 000:223-226, 000:236-239'),
  /** In-reach services, of the 3, that took patients with certain LTCs but none with MUS; which one is not said. */
  inReachWithoutMus: figure(1, '000:313-316'),
  /**
   * The integrated service that one respondent described, "in Hull". The report names the city only; Hull Royal
   * Infirmary is the one general hospital with an emergency department there, so the marker stands beside it.
   */
  integratedExemplar: { odsCode: 'RWA01', reportedPlace: 'Hull', source: '000:270-273, 000:319-322' },
} as const satisfies {
  readonly treatsMusLtc: PublishedQuestion;
  readonly inReach: PublishedQuestion;
  readonly inReachHospitals: readonly PublishedInReachHospital[];
} & Record<string, unknown>;
