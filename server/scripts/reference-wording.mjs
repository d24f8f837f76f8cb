/** What we say, in our own words, where the compiled facts carry a remark. A remark without wording stops the run. */

/** Remarks on hospital sites: remark of the compiled table → our note ('' = nothing a reader needs). */
export const SITE_NOTES = new Map([
  ['', ''],
  [
    'A&E closed overnight (22:00-08:00) from July 2017',
    'Emergency department closed overnight, 22:00 to 08:00, from July 2017.',
  ],
  [
    'A&E (Stafford) consultant-led but daytime only (closed overnight since 2011)',
    'Consultant-led emergency department, daytime only; closed overnight since 2011.',
  ],
  [
    'Nurse-led overnight since 2013 (compiler knowledge)',
    'Emergency department led by nurses overnight since 2013; no register confirms this.',
  ],
  [
    'ED became urgent treatment centre in March 2019 (compiler knowledge)',
    'Emergency department until March 2019, then an urgent treatment centre; no register confirms this.',
  ],
  [
    'A&E consultant-led but closed overnight from August 2016',
    'Emergency department closed overnight from August 2016.',
  ],
  [
    'Services partly moved to Pinderfields in 2017; ED stayed open',
    'Some services moved to Pinderfields Hospital in 2017; the emergency department stayed open.',
  ],
  [
    'ED closed when Midland Metropolitan University Hospital opened (2024)',
    'Emergency department closed in 2024, when Midland Metropolitan University Hospital opened.',
  ],
  [
    'A&E closed April 2016, reopened part-time (daytime) January 2017',
    'Emergency department closed in April 2016 and reopened for daytime hours in January 2017.',
  ],
  [
    "children's hospital ED; same campus as Manchester Royal Infirmary",
    "Children's emergency department on the campus of Manchester Royal Infirmary.",
  ],
  [
    "children's hospital ED; same campus as Bristol Royal Infirmary",
    "Children's emergency department on the campus of Bristol Royal Infirmary.",
  ],
  ["children's hospital ED", "Emergency department of a children's hospital."],
  [
    "children's A&E only (adult ED at Southport)",
    "Children's emergency department only; adults are seen at Southport and Formby District General Hospital.",
  ],
  [
    "children's ED; same campus as Royal Sussex County Hospital",
    "Children's emergency department on the campus of Royal Sussex County Hospital.",
  ],
  ['Urgent Care Centre only', 'Urgent care centre, no major emergency department.'],
  ['A&E closed 2014; Urgent Care Centre', 'Emergency department closed in 2014; urgent care centre since.'],
  ['A&E closed 2014', 'Emergency department closed in 2014.'],
  ['Minor Injuries Unit only', 'Minor injuries unit, no major emergency department.'],
  ['no ED', 'No emergency department.'],
  ['no ED (ED at Whiston)', 'No emergency department; the nearest of the trust is at Whiston Hospital.'],
  ['Urgent Care Centre (Penzance)', 'Urgent care centre, no major emergency department.'],
  [
    'Minor Injuries Unit only (ED at Northern General)',
    'Minor injuries unit; the emergency department of the trust is at Northern General Hospital.',
  ],
  [
    "no type-1 ED (ED at St Thomas')",
    "No major emergency department; that of the trust is at St Thomas' Hospital.",
  ],
  [
    'urgent care centre after NSECH opened June 2015',
    'Urgent care centre since June 2015, when the Northumbria Specialist Emergency Care Hospital opened.',
  ],
  [
    'no ED (ED at Royal Liverpool)',
    'No emergency department; that of the trust is at the Royal Liverpool University Hospital.',
  ],
  [
    'no ED (ED at Royal Victoria Infirmary)',
    'No emergency department; that of the trust is at the Royal Victoria Infirmary.',
  ],
  [
    'no ED (ED at John Radcliffe)',
    'No emergency department; that of the trust is at the John Radcliffe Hospital.',
  ],
  [
    "walk-in centre only (ED at St Peter's)",
    "Walk-in centre; the emergency department of the trust is at St Peter's Hospital.",
  ],
  ['urgent treatment / PCAS only', 'Urgent treatment by primary care, no major emergency department.'],
  [
    'Urgent Care Centre; ED at Ashford and Margate',
    'Urgent care centre; the emergency departments of the trust are in Ashford and Margate.',
  ],
  [
    'Urgent Care Centre only (ED at North Tees)',
    'Urgent care centre; the emergency department of the trust is at the University Hospital of North Tees.',
  ],
  [
    'acute site, no ED (ED at Hull Royal Infirmary)',
    'No emergency department; that of the trust is at Hull Royal Infirmary.',
  ],
  [
    'no general ED (clinical decisions unit for cardio-respiratory)',
    'No general emergency department; a clinical decisions unit takes heart and lung patients.',
  ],
  [
    'Urgent Care Centre only (ED at Watford)',
    'Urgent care centre; the emergency department of the trust is at Watford General Hospital.',
  ],
  [
    'Urgent Care Centre only (ED at Lister)',
    'Urgent care centre; the emergency department of the trust is at Lister Hospital.',
  ],
  [
    'no ED (ED at QMC campus)',
    "No emergency department; that of the trust is at the Queen's Medical Centre.",
  ],
  [
    'urgent care (type-1 status in 2017/18 not verified)',
    'Urgent care. Whether it counted as a major emergency department in 2017/18 is not known.',
  ],
  [
    'Minor injuries only (ED at Stoke Mandeville)',
    'Minor injuries unit; the emergency department of the trust is at Stoke Mandeville Hospital.',
  ],
  [
    'Urgent Care Centre only (ED at Royal Blackburn)',
    'Urgent care centre; the emergency department of the trust is at Royal Blackburn Hospital.',
  ],
]);

const PENNINE = 'Pennine Acute Hospitals NHS Trust was divided in October 2021.';
const PENNINE_SOURCED = `${PENNINE} The trust that took this site is known from its later site code.`;
const PENNINE_ASSUMED = `${PENNINE} No list names the trust that took this site; it is taken to be the one that took the rest.`;
const PENNINE_REMARK =
  'Pennine Acute dissolved: ODS lists both RM3 and R0A as successors; site assigned by its later site code in the RCPCH list';
for (const code of ['R0A66', 'RM317']) SITE_NOTES.set(`${PENNINE_REMARK} (${code})`, PENNINE_SOURCED);
const UNLISTED = `${PENNINE_REMARK} (not listed; Northern Care Alliance assumed from RM3 taking the rest)`;
SITE_NOTES.set(UNLISTED, PENNINE_ASSUMED);
SITE_NOTES.set(
  `Urgent Care Centre only; ${UNLISTED}`,
  `Urgent care centre, no major emergency department. ${PENNINE_ASSUMED}`,
);

/** Codes that the register gave the same sites after their trusts merged (RCPCH list of 2024). */
export const LATER_SITE_CODES = new Map([
  ['RW602', 'R0A66'],
  ['RW603', 'RM317'],
  ['RNLAY', 'RNN62'],
  ['RA301', 'RVJJ8'],
]);

/** Spellings of the source that would puzzle a reader, in place and trust names. */
export const TIDIED = new Map([
  ['Burton -on- Trent', 'Burton upon Trent'],
  ['Staffordshire', 'Stafford'],
  [
    "The Queen Elizabeth Hospital, King's Lynn. NHS Foundation Trust",
    "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
  ],
]);

/** Remarks on trusts. */
export const TRUST_NOTES = new Map([
  ['', ''],
  [
    'in the 2016 register only; not in the 2018 hospital list nor the 2021 register',
    'In the register of 2016 only; dissolved on 31 March 2018.',
  ],
  [
    'care trust code (T..): not in the ODS NHS trust register file, taken from NHS Choices',
    'Care trust (code begins with T), which the register of NHS trusts leaves out; taken from the NHS website list.',
  ],
]);
