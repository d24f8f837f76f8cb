import type { CaseStudy } from './case-study.js';

/** Case studies F to J of the report of 2016. */
export const CASE_STUDIES_F_J: readonly CaseStudy[] = [
  {
    slug: 'swindon-lift-psychology',
    letter: 'F',
    title: 'LIFT Psychology in Swindon',
    summary: 'Courses and appointments that people book themselves, without an assessment first.',
    priorities: [5],
    places: [
      {
        name: 'General practices, colleges and libraries of Swindon',
        hospital: '',
        note: 'The lead for long-term conditions works three days a week in the local acute hospital, which the source does not name.',
      },
    ],
    providers: ['LIFT Psychology'],
    commissioners: [],
    began: 'about two decades before 2016; courses for long-term conditions and MUS since 2010',
    model: [
      'The least that can help comes first: anybody can book a course on living with a condition or with pain, stress or low mood, or an appointment for guided self-help in their practice.',
      'Who needs more goes on to therapy of higher intensity, and if necessary to secondary mental health care.',
      'The team sells training to other organisations.',
    ],
    outcomes: [
      'The team reports that direct booking does away with waiting lists, and that more severe needs are noticed sooner.',
      'It believes that fewer people have to be referred to secondary care. The source gives no figures.',
    ],
    enablers: [
      'A long history and a stable team, which commissioners and practices trust.',
      'Pilots whose results made commissioners continue.',
      'Good relations with secondary mental health care.',
      'A lead who works in the acute hospital three days a week.',
    ],
    source: '003:3299-3413',
  },
  {
    slug: 'bradford-physical-health-checks',
    letter: 'G',
    title: 'Physical health checks in Bradford and Airedale',
    summary: 'A digital template for the yearly physical check of people with severe mental illness.',
    priorities: [4],
    places: [
      {
        name: 'About 80 general practices, five community clinics and mental health wards of Bradford and Airedale',
        hospital: '',
        note: 'Not a service of an acute hospital.',
      },
    ],
    providers: ['General practices of the area', 'Bradford District Care NHS Foundation Trust'],
    commissioners: ['CCGs of the area'],
    began: '',
    model: [
      'More than 5,000 people are offered the check each year where they are cared for: in their practice, a community clinic or on the ward, where there are about 200 beds.',
      'It covers weight, blood pressure, heart tracing and blood tests, and talks about smoking, food, exercise and sexual function. The template leads through it, warns of results out of range, and runs on all the larger record systems.',
      'Whoever leads the care does the follow-up; a raised prolactin is for the prescribing psychiatrist.',
    ],
    outcomes: [
      'The template is used consistently and was offered to the rest of the NHS. The source gives no health outcomes.',
    ],
    enablers: [
      'Visits to 65 of the 80 practices before it began.',
      'Training of mental health staff in the tests and in physical emergencies.',
      'Money for the project team, and a local incentive payment for completed checks.',
    ],
    source: '003:3415-3492',
  },
  {
    slug: 'west-london-secure-units',
    letter: 'H',
    title: 'Primary care in secure units of west London',
    summary: 'General practice inside two secure mental health hospitals, held to the standards outside.',
    priorities: [8],
    places: [
      {
        name: 'Broadmoor, and the secure unit at Ealing (St Bernard’s)',
        hospital: '',
        note: 'The secure unit is not the acute Ealing Hospital.',
      },
    ],
    providers: ['West London Mental Health NHS Trust'],
    commissioners: [],
    began: '',
    model: [
      'GPs, nurse practitioners, dieticians, physiotherapists and assistants work from health centres on both sites. Everybody has a full physical check on arrival and every six months with the review of the care plan.',
      'There are clinics for long-term conditions, and people can refer themselves. Teams of several professions meet every week, and every six weeks about those at high risk of heart disease.',
    ],
    outcomes: [
      'The teams report results as good as those of practices outside, or better, on several measures.',
      'Blood sugar of people with diabetes was to be reported as better controlled than outside; lung disease became less frequent after smoking ended in 2008.',
    ],
    enablers: [
      'One aim: the same physical health as would be expected outside.',
      'Well-led team meetings.',
      'People who stay five to six years on average; the model suits quick turnover less.',
      'Training in motivational interviewing.',
      'A record system like that of a general practice.',
      'An incentive payment from 2015/16.',
    ],
    source: '003:3494-3640',
  },
  {
    slug: 'highgate-physical-health-liaison',
    letter: 'I',
    title: 'Physical health liaison at Highgate',
    summary: 'Consultants of an acute trust hold a weekly clinic inside a mental health unit.',
    priorities: [8],
    places: [
      {
        name: 'Highgate mental health unit, London',
        hospital: '',
        note: 'The clinic is in the mental health unit; its consultants come from the Whittington Hospital.',
      },
    ],
    providers: ['Whittington Health NHS Trust', 'Camden and Islington NHS Foundation Trust'],
    commissioners: ['Camden and Islington NHS Foundation Trust'],
    began: 'shortly before 2016',
    model: [
      'Five consultants take turns: diabetes, lungs, heart and old age among them. Doctors and nurses of the unit sit in, so that both sides learn.',
      'A telephone line gives the unit’s junior doctors the advice of a consultant physician, where they would have called an ambulance or written a referral.',
    ],
    outcomes: [
      'Staff of the unit found physical care clearly better after it began; the physicians valued the joint consultations. The service was new, and more evaluation was needed.',
    ],
    enablers: [
      'Enthusiastic senior physicians.',
      'Staff on both sides who were tired of working apart.',
      'Joint consultations that teach in both directions.',
    ],
    source: '003:3642-3713',
  },
  {
    slug: 'devon-perinatal',
    letter: 'J',
    title: 'Perinatal mental health in Devon',
    summary: 'Mental health care as a part of maternity care in three hospitals, and at home.',
    priorities: [9],
    places: [
      {
        name: 'Royal Devon and Exeter Hospital',
        hospital: 'RH801',
        note: 'A maternity service. It is not the IAPT in-reach that the survey of 2018 reports at this hospital.',
      },
      { name: 'Torbay Hospital', hospital: 'RA901', note: 'A maternity service.' },
      { name: 'North Devon District Hospital', hospital: 'RBZ12', note: 'A maternity service.' },
    ],
    providers: ['Devon Partnership NHS Trust'],
    commissioners: ['South Devon and Torbay CCG', 'Northern, Eastern and Western Devon CCG'],
    began: '',
    model: [
      'A psychiatrist leads nurses, occupational therapists and social workers who see women in the antenatal clinic or at home, until a year after birth.',
      'All midwives are trained by the team, with people who have been through it, and ask every woman about her mental health. Help begins early and goes from advice to medicines and therapies; the most serious cases go to specialist care.',
    ],
    outcomes: [
      'Over three years a quarter of the women who gave birth had a concern or a history and were advised, assessed or supported.',
      'Commissioners report lower costs, better outcomes, and fewer admissions to mental health wards. The source gives no figures for these.',
    ],
    enablers: [
      'Strong relations with primary care, health visitors, midwives, paediatrics and obstetrics, all of whom it trains.',
      'Engaged commissioners and clinical leaders.',
      'Women and families who train, recruit and write business cases with the team.',
    ],
    source: '003:3715-3799',
  },
];
