import type { CaseStudy } from './case-study.js';

const trustOnly = 'The source names trusts, not single hospitals.';

/** Case studies A to E of the report of 2016. */
export const CASE_STUDIES_A_E: readonly CaseStudy[] = [
  {
    slug: 'diabetes-three-dimensions',
    letter: 'A',
    title: '3 Dimensions of care for Diabetes (3DfD)',
    summary: 'One team for the medical, psychological and social side of diabetes that stays out of control.',
    priorities: [5],
    places: [{ name: 'Lambeth and Southwark, London', hospital: '', note: trustOnly }],
    providers: [
      'King’s College Hospital NHS Foundation Trust',
      'Guy’s and St Thomas’ NHS Foundation Trust',
      'Thames Reach',
    ],
    commissioners: ['Lambeth CCG', 'Southwark CCG'],
    began: 'August 2010, as a first phase',
    model: [
      'A diabetologist, a liaison psychiatrist, a clinical psychologist and two community support workers see the same person, so that nobody is sent from one service to the next.',
      'Practices, community teams and hospitals refer residents whose blood sugar has been above an agreed level for six months or more and whom psychological or social help could serve. People stay for as long as they need it.',
      'Cognitive behavioural therapy deals with depression, anxiety and what diabetes itself brings, such as fear of needles or insulin; support workers deal with housing and debt. The patient leads the case meetings.',
    ],
    outcomes: [
      'In two phases up to March 2014 long-term blood sugar fell by more in six months than with new medicines or in the local community clinics.',
      'Depression, anxiety and distress about diabetes improved, and so did social functioning.',
      'Diabetes teams are reported to have learned from it; two other trusts took the model over in an adapted form.',
    ],
    enablers: [
      'Clinical leaders of diabetes and of psychiatry who stood up for it while others doubted.',
      'Improvement in small planned cycles.',
      'Easy referral, quick answers, and regular presence at the meetings of the diabetes teams.',
      'Training given to other professionals of the boroughs.',
      'Early talks about the money that follows the pilot: the team dealt with six commissioning bodies.',
    ],
    source: '003:2641-2754',
  },
  {
    slug: 'oldham-persistent-pain',
    letter: 'B',
    title: 'Integrated pathway for persistent pain in Oldham',
    summary: 'Three providers share one stepped pathway for pain, with psychological care inside it.',
    priorities: [3],
    places: [
      {
        name: 'Oldham: an integrated care centre, leisure centres and the acute trust',
        hospital: '',
        note: 'This is a pain pathway of the town. It is not the IAPT in-reach that the survey of 2018 reports at Royal Oldham Hospital.',
      },
    ],
    providers: [
      'Pennine MSK Partnership',
      'Pennine Care NHS Foundation Trust',
      'The Pennine Acute Hospitals NHS Trust',
    ],
    commissioners: ['Oldham CCG'],
    began: 'June 2015',
    model: [
      'A musculoskeletal hub with a budget tied to outcomes buys in mental health care. Nurses, physiotherapists and psychological therapists for pain assess each person, with pain doctors and liaison psychiatrists at hand.',
      'The first tier is general practice with physiotherapy and IAPT; the second the hub, with single and group work in the community; the third the acute trust, for the most complex needs, after a joint meeting.',
    ],
    outcomes: [],
    enablers: [
      'A contract for outcomes, which lets the partnership shape the pathway and buy other services.',
      'Clinical leadership in all three organisations, and trust between them and the CCG.',
      'Work across professions, with each other’s cases reviewed every two months.',
      'Visits to the practices of the town to teach the biopsychosocial view of pain.',
    ],
    source: '003:2756-2916',
  },
  {
    slug: 'city-hackney-primary-care',
    letter: 'C',
    title: 'Primary Care Psychotherapy Consultation Service in City and Hackney',
    summary: 'Therapists come into practices for patients who fit no other service, and for their GPs.',
    priorities: [3],
    places: [
      {
        name: 'General practices of City and Hackney, London',
        hospital: '',
        note: 'A service of general practices, not of a hospital.',
      },
    ],
    providers: ['The Tavistock and Portman NHS Foundation Trust'],
    commissioners: ['City and Hackney CCG'],
    began: '',
    model: [
      'Psychologists, psychiatrists, nurses and social workers help with people who have unexplained symptoms, personality disorders or lasting mental illness outside secondary care. Each practice has its named clinician; about 95 of 100 referrals are accepted.',
      'They see patients alone, together with the GP, or advise the GP without the patient. Treatment takes up to 16 sessions of several kinds, groups included. The first assessment is done by a senior clinician.',
      'Practices are taught in passing, in case discussions and in courses.',
    ],
    outcomes: [
      'About 75% of those treated improved in depression, anxiety or everyday functioning; 55% fell below the clinical threshold.',
      'Over 22 months about a third of its cost came back through less use of primary and secondary care.',
      'GPs reported more confidence and easier conversations about the psychological side of pain.',
    ],
    enablers: [
      'Senior clinicians for first assessments.',
      'Joint consultations, which built trust.',
      'Staff chosen because they wanted to work inside primary care.',
      'Commissioners who saw the need and found the money.',
      'Care for patients and teaching of practices as one job.',
    ],
    source: '003:2918-3043',
  },
  {
    slug: 'oxford-psychological-medicine',
    letter: 'D',
    title: 'Oxford Psychological Medicine Service',
    summary:
      'Psychiatrists and psychologists whom the acute trust itself employs, as members of its medical teams.',
    priorities: [7],
    places: [
      {
        name: 'Hospitals of Oxford University Hospitals NHS Foundation Trust',
        hospital: '',
        note: `${trustOnly} Psychiatric assessment in the emergency departments of the John Radcliffe and Horton hospitals is a separate service of another trust.`,
      },
    ],
    providers: ['Oxford University Hospitals NHS Foundation Trust'],
    commissioners: [],
    began: 'about 2014: two years before the report',
    model: [
      'Consultant psychiatrists and senior clinical psychologists form one team under joint leadership and belong to the clinical teams in which they work, for inpatients and outpatients: among them general medicine, cancer, pain, diabetes, neurosciences, respiratory and palliative care.',
      'Psychiatrists give quick senior opinions on the wards, on capacity and on discharge; psychologists treat within the medical team. Both teach.',
    ],
    outcomes: [
      'Staff of the wards value quick answers; more departments have bought time of the team each year.',
      'Staff report fewer stereotypes about mental illness and more confidence with difficult situations.',
      'Outcome measures were still being made.',
    ],
    enablers: [
      'A trust that took a risk on a model without precedent.',
      'Influential clinical leaders in mental and in physical health care.',
      'Senior staff who can decide against needless admissions and long stays.',
      'Careful choice of people who share the idea, and a team that found its way onto the wards quickly.',
    ],
    source: '003:3045-3171',
  },
  {
    slug: 'hull-psychological-medicine',
    letter: 'E',
    title: 'Psychological medicine in Hull',
    summary:
      'A large department of liaison psychiatry that treats people in the long term as well as in emergencies.',
    priorities: [7],
    places: [
      { name: 'Hull Royal Infirmary', hospital: 'RWA01', note: '' },
      { name: 'Castle Hill Hospital', hospital: 'RWA16', note: '' },
    ],
    providers: ['Humber NHS Foundation Trust'],
    commissioners: ['Hull CCG', 'East Riding of Yorkshire CCG'],
    began: '1997, with three people; 50 to 60 in 2016',
    model: [
      'Six teams for two hospitals with about 1,400 beds: emergencies round the clock, general liaison for wards and clinics, chronic fatigue, perinatal care, Huntington’s disease, and learning disability.',
      'The general team has people of its own for specialties that pay for them (renal, diabetes, cystic fibrosis, bariatrics), joint clinics with pain and neurology, and treats medically unexplained symptoms.',
      'A study in general practice was to begin in April 2016 for twelve months.',
    ],
    outcomes: [
      'For older patients seen by the team the average stay fell by more than eight days between 2009/10 and 2011/12, compared with those not referred.',
      'The number of people with mental health problems who came to the emergency department five times a year or more fell by 60%.',
    ],
    enablers: [
      'Joint consultations, in which each side learns what the other deals with.',
      'Steady clinical and managerial leadership.',
      'Champions of mental health among the staff of the acute trust.',
      'Good relations with commissioners, GPs above all.',
      'Time spent on relationships across the hospitals.',
    ],
    source: '003:3173-3297',
  },
];
