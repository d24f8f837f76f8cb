import { PUBLISHED_2018 } from '../published-2018.js';
import type { ReleaseDocument } from '../release.js';
import { chartBlock, headingBlock, listBlock, partBlock, textBlock } from './make-block.js';
import { report2018 } from './report-2018.js';
import type { ReportContent } from './report-content.js';

/**
 * The report that a round has before anybody has written one, in the order of the report of 2018: what the system can
 * say stands in it, and what only people can say is empty and waits for them. Of the round 2017-18, the report itself
 * in our words.
 */
export const standardReport = (release: Pick<ReleaseDocument, 'round' | 'themes'>): ReportContent =>
  release.round.id === PUBLISHED_2018.roundId ? report2018() : reportOfRound(release);

function reportOfRound({ round, themes }: Pick<ReleaseDocument, 'round' | 'themes'>): ReportContent {
  return {
    title: round.title,
    cherries: [],
    blocks: [
      headingBlock('summary', 'Summary'),
      textBlock(
        'summary-coverage',
        'Of the {{frame.size}} hospitals of the frame, {{response.answered}} answered ({{response.rate}}). What the ' +
          'others would have said is not known; every share below is given with that in mind.',
      ),
      textBlock(
        'summary-findings',
        'IAPT is reported to treat patients with MUS/LTC at {{iapt-treats-mus-ltc.yes | of}} hospitals with a usable answer, ' +
          'and to come into the hospital at {{iapt-in-reach.yes | of}}. A reported absence of IAPT is not by itself a ' +
          'gap in care: another service may do this work.',
      ),
      textBlock('summary-meaning', ''),
      headingBlock('introduction', 'Introduction'),
      textBlock('introduction-why', ''),
      headingBlock('methods', 'Methods'),
      textBlock(
        'methods-units',
        'The frame is a list of hospitals that was fixed before anybody was asked. Forms are kept as they were sent; ' +
          'from those of one hospital one position is derived. No reply, a skipped question and opposite answers are ' +
          'not known, never "no".',
      ),
      headingBlock('methods-questions', 'Questions', 3),
      partBlock('methods-questions-list', 'questions'),
      headingBlock('results', 'Results'),
      headingBlock('results-responses', 'Responses', 3),
      textBlock(
        'results-responses-text',
        '{{forms.received}} forms were received; {{forms.analysed}} hospitals are analysed.',
      ),
      partBlock('results-responses-table', 'responses'),
      headingBlock('results-provision', 'IAPT services for MUS/LTC', 3),
      textBlock(
        'results-provision-text',
        '{{iapt-treats-mus-ltc.yes}} hospitals ({{iapt-treats-mus-ltc.yesShare}}) reported that the local IAPT service ' +
          'treats MUS/LTC, {{iapt-treats-mus-ltc.no}} ({{iapt-treats-mus-ltc.noShare}}) that it does not, and ' +
          '{{iapt-treats-mus-ltc.dontKnow}} ({{iapt-treats-mus-ltc.dontKnowShare}}) did not know.',
      ),
      chartBlock('results-provision-chart', 'iapt-treats-mus-ltc'),
      headingBlock('results-in-reach', 'In-reach by IAPT', 3),
      textBlock(
        'results-in-reach-text',
        '{{iapt-in-reach.yes}} hospitals ({{iapt-in-reach.yesShare}}) reported that IAPT comes into the hospital, ' +
          '{{iapt-in-reach.no}} ({{iapt-in-reach.noShare}}) that it does not, and {{iapt-in-reach.dontKnow}} ' +
          '({{iapt-in-reach.dontKnowShare}}) did not know.',
      ),
      chartBlock('results-in-reach-chart', 'iapt-in-reach'),
      ...(themes.length === 0
        ? []
        : [headingBlock('themes', 'Themes of the comments'), partBlock('themes-list', 'themes')]),
      headingBlock('profiles', 'Hospital profiles'),
      textBlock(
        'profiles-consent',
        'Hospitals stand here with what they agreed to have published under their names. A hospital that is missing ' +
          'may have answered.',
      ),
      partBlock('profiles-list', 'profiles'),
      headingBlock('limitations', 'Limitations'),
      listBlock('limitations-list', [
        'Each form is what one team knows and thinks; it is not the view of the IAPT service.',
        'Of the {{frame.size}} hospitals, {{iapt-in-reach.notKnown}} gave no usable answer on in-reach. Those that ' +
          'answered chose to, so shares among them need not hold for the others.',
        'One IAPT service can serve several hospitals, and one hospital can have several services; hospitals are counted.',
      ]),
      partBlock('limitations-notes', 'notes'),
      headingBlock('recommendations', 'Conclusions and recommendations'),
      textBlock('recommendations-text', ''),
      headingBlock('cherries', 'Appendix: how the survey was done (CHERRIES)'),
      partBlock('cherries-list', 'cherries'),
    ],
  };
}
