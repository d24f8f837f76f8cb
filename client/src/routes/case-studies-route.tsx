import { findCaseStudy } from '@liaison-atlas/shared/commissioning/case-studies';
import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { CaseStudyList } from '../features/case-studies/case-study-list.js';
import { CaseStudyRecord } from '../features/case-studies/case-study-record.js';
import { CaseStudyOffer } from '../features/service-register/case-study-offer.js';
import { NotFoundRoute } from './not-found-route.js';

const HOME = { label: 'Home', path: '/' };

/** `/case-studies`, `/case-studies/send` and `/case-studies/:slug`. */
export function CaseStudiesRoute() {
  const { slug } = useParams();
  if (slug === undefined)
    return (
      <Page heading="Case studies: who has solved it elsewhere" crumbs={[HOME]}>
        <CaseStudyList />
      </Page>
    );
  if (slug === 'send')
    return (
      <Page heading="Send a case study" crumbs={[HOME, { label: 'Case studies', path: '/case-studies' }]}>
        <CaseStudyOffer />
      </Page>
    );
  const study = findCaseStudy(slug);
  if (study === undefined) return <NotFoundRoute />;
  return (
    <Page
      heading={study.title}
      caption={`Case study ${study.letter}`}
      crumbs={[HOME, { label: 'Case studies', path: '/case-studies' }]}
    >
      <CaseStudyRecord study={study} />
    </Page>
  );
}
