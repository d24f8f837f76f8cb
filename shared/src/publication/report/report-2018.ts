import { chartBlock, headingBlock, listBlock, partBlock, textBlock } from './make-block.js';
import { DIFFERENCES_2018, LIMITATIONS_2018 } from './report-2018-limits.js';
import type { ReportContent } from './report-content.js';
import { profiles2018 } from './report-2018-profiles.js';

/** The report of 2018 with its facts, order and figures, in our own words; each number refers to the published one. */
export const report2018 = (): ReportContent => ({
  title: 'IAPT and liaison psychiatry for people with MUS and LTCs: survey of 2017-18',
  cherries: [],
  blocks: [
    headingBlock('summary', 'Summary'),
    textBlock(
      'summary-aim',
      'Liaison psychiatry teams in England were asked whether the local IAPT service treats people with medically ' +
        'unexplained symptoms or long-term conditions (MUS/LTC), whether it comes into the acute hospital, and how ' +
        'well the services work together there.',
    ),
    textBlock(
      'summary-coverage',
      'The {{forms.analysed}} forms analysed stand against {{frame.declared}} acute hospitals, which is ' +
        '{{response.rate}}. Provision differed from place to place and was limited: ' +
        '{{iapt-treats-mus-ltc.yes | of}} respondents reported an IAPT service for MUS/LTC, ' +
        '{{iapt-treats-mus-ltc.no}} none, and {{iapt-treats-mus-ltc.dontKnow}} did not know. ' +
        '{{iapt-in-reach.yes}} reported in-reach.',
    ),
    textBlock(
      'summary-meaning',
      'The authors saw IAPT as one part of a pathway, suited to many patients with less complex needs. For complex ' +
        'needs they pointed to liaison psychiatry, which can also train and supervise. They expected little of IAPT ' +
        'teams set up beside an established psychiatry or psychology service, and would build on what is there.',
    ),
    headingBlock('introduction', 'Introduction'),
    textBlock(
      'introduction-policy',
      'National plans for mental health foresaw an expansion of IAPT to people with MUS/LTC: tried in chosen areas in ' +
        '2016/17 and 2017/18, and expected in every clinical commissioning group from 2018/19. The new services were ' +
        'to sit beside physical and mental health care and to be part of existing pathways.',
    ),
    textBlock(
      'introduction-hospitals',
      'Many hospitals already had liaison psychiatry, psychological medicine or clinical health psychology that cared ' +
        'for these patients. The survey asked what such teams saw of IAPT, above all whether it had come into the ' +
        'hospital and how far it was joined up with them.',
    ),
    headingBlock('methods', 'Methods'),
    textBlock(
      'methods-how',
      'An online form was open for {{published.weeks}} weeks, from December 2017 to January 2018. The invitation went ' +
        'to {{published.mailingLists}} e-mail lists: of the liaison psychiatry faculty and of the liaison ' +
        'accreditation network. There were {{published.questions}} questions, {{published.followUps}} of them only ' +
        'where there was in-reach; integration was judged on a scale from {{published.scaleLow}} to ' +
        '{{published.scaleHigh}}.',
    ),
    headingBlock('methods-questions', 'Questions', 3),
    partBlock('methods-questions-list', 'questions'),
    headingBlock('results', 'Results'),
    headingBlock('results-responses', 'Responses', 3),
    textBlock(
      'results-responses-text',
      '{{forms.received}} forms came in. {{forms.excluded}} were left out, as repeated information of one hospital or ' +
        'because they spoke of child and adolescent services only; how many of each is not published. The ' +
        '{{forms.analysed}} that remain were taken for about {{response.rate}} of the {{frame.declared}} acute ' +
        'hospitals of England.',
    ),
    partBlock('results-responses-table', 'responses'),
    headingBlock('results-provision', 'IAPT services for MUS/LTC', 3),
    textBlock(
      'results-provision-text',
      '{{iapt-treats-mus-ltc.yes}} respondents ({{iapt-treats-mus-ltc.yesShare}}) said that the local IAPT service ' +
        'assesses and treats these patients, {{iapt-treats-mus-ltc.no}} ({{iapt-treats-mus-ltc.noShare}}) that it ' +
        'does not; {{iapt-treats-mus-ltc.dontKnow}} ({{iapt-treats-mus-ltc.dontKnowShare}}) did not know.',
    ),
    chartBlock('results-provision-chart', 'iapt-treats-mus-ltc'),
    headingBlock('results-in-reach', 'In-reach by IAPT', 3),
    textBlock(
      'results-in-reach-text',
      '{{iapt-in-reach.yes}} respondents ({{iapt-in-reach.yesShare}}) had IAPT in-reach, {{iapt-in-reach.no}} ' +
        '({{iapt-in-reach.noShare}}) had none, and {{iapt-in-reach.dontKnow}} ({{iapt-in-reach.dontKnowShare}}) did ' +
        'not know. Of the services with in-reach, {{published.inReachWithoutMus | of}} took patients with certain ' +
        'long-term conditions and none with MUS.',
    ),
    chartBlock('results-in-reach-chart', 'iapt-in-reach'),
    headingBlock('themes', 'Themes of the comments'),
    textBlock(
      'themes-how-many',
      '{{published.commented | of}} respondents ({{published.commentedShare | decimal}}) added comments. They are given as ' +
        'themes; the first was the most frequent, and none was counted.',
    ),
    partBlock('themes-list', 'themes'),
    textBlock(
      'themes-hull',
      '{{published.integratedServices}} integrated service of secondary care was described, in Hull. It takes complex ' +
        'cases and has steps into primary care.',
    ),
    headingBlock('profiles', 'Hospital profiles'),
    textBlock(
      'profiles-consent',
      'The report names the {{published.inReachHospitals}} hospitals with in-reach and prints what they wrote. Positive ' +
        'points came from {{published.positivesGiven | of}}, improvements from {{published.improvementsGiven | of}}, ' +
        'additional comments from {{published.inReachComments | of}}. Each score is one person’s view of that time.',
    ),
    ...profiles2018(),
    headingBlock('limitations', 'Limitations'),
    listBlock('limitations-list', LIMITATIONS_2018),
    headingBlock('differences', 'Where the wording of 2018 and its figures differ', 3),
    ...DIFFERENCES_2018,
    headingBlock('recommendations', 'Conclusions and recommendations'),
    textBlock(
      'recommendations-conclusions',
      'The conclusions of 2018 warn of rival services and of unclear responsibility where a hospital has more than ' +
        'one mental health service. From the comments they draw these recommendations:',
    ),
    listBlock('recommendations-list', [
      'Complex cases need liaison psychiatry within any integrated service; IAPT alone cannot meet the needs of all.',
      'Liaison psychiatry has a central part in teaching hospital staff and IAPT staff to recognise and manage MUS/LTC.',
      'Clinical health psychologists treat complex patients, and IAPT does not simply replace them.',
      'Commissioners may want help in learning how good integrated care is set up.',
      'Before buying anything new, commissioners should know what exists for these patients.',
      'Liaison psychiatry can be the ground on which a pathway is built, in hospital and in primary care; a whole ' +
        'service needs IAPT, clinical health psychology and liaison psychiatry together.',
    ]),
    headingBlock('cherries', 'Appendix: how the survey was done (CHERRIES)'),
    partBlock('cherries-list', 'cherries'),
  ],
});
