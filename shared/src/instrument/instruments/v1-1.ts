import type { Instrument } from '../instrument.js';
import { english } from './english.js';
import { ABOUT_PAGES } from './v1-1-about-pages.js';
import { CONSENT_PAGE } from './v1-1-consent-page.js';
import { CORE_PAGES } from './v1-1-core-pages.js';
import { INFORMATION } from './v1-1-information.js';
import { SERVICE_PAGE } from './v1-1-service-page.js';

/**
 * The questionnaire for rounds after 2018: MUS and LTC apart, role, perspective, population and country, an optional
 * page of closed items, consent per item. Never edited once a round used it: a change is a new version.
 */
export const INSTRUMENT_V1_1: Instrument = {
  key: 'iapt-liaison',
  version: '1.1',
  title: english('NHS Talking Therapies (formerly IAPT) and liaison psychiatry in acute hospitals'),
  status: 'published',
  changeNote:
    'MUS and LTC are asked apart, for provision and for in-reach. New: role, perspective, population, country, an optional page about the service, consent per item, participant information. The lower end of the integration scale reads "Not at all integrated".',
  information: INFORMATION,
  pages: [...ABOUT_PAGES, ...CORE_PAGES, SERVICE_PAGE, CONSENT_PAGE],
};
