import { lazy, Suspense } from 'react';
import { BrowserRouter, Outlet, Route, Routes, useLocation } from 'react-router';
import { Provider } from 'urql';

import { Loading } from './components/notice.js';
import { PageErrorBoundary } from './components/page-error-boundary.js';
import { SiteFooter } from './components/site-footer.js';
import { SiteHeader } from './components/site-header.js';
import { AccountBar } from './features/account/account-bar.js';
import { graphqlClient } from './lib/graphql-client.js';
import { HomeRoute } from './routes/home-route.js';

const SearchRoute = lazy(() => import('./routes/search-route.js').then((m) => ({ default: m.SearchRoute })));
const RoundsRoute = lazy(() => import('./routes/rounds-route.js').then((m) => ({ default: m.RoundsRoute })));
const RoundRoute = lazy(() => import('./routes/round-route.js').then((m) => ({ default: m.RoundRoute })));
const ExploreRoute = lazy(() =>
  import('./routes/explore-route.js').then((m) => ({ default: m.ExploreRoute })),
);
const MapRoute = lazy(() => import('./routes/map-route.js').then((m) => ({ default: m.MapRoute })));
const EmbedMapRoute = lazy(() =>
  import('./routes/embed-map-route.js').then((m) => ({ default: m.EmbedMapRoute })),
);
const HospitalRoute = lazy(() =>
  import('./routes/hospital-route.js').then((m) => ({ default: m.HospitalRoute })),
);
const TrustRoute = lazy(() => import('./routes/trust-route.js').then((m) => ({ default: m.TrustRoute })));
const EarlyImplementersRoute = lazy(() =>
  import('./routes/early-implementers-route.js').then((m) => ({ default: m.EarlyImplementersRoute })),
);
const AreasRoute = lazy(() => import('./routes/areas-route.js').then((m) => ({ default: m.AreasRoute })));
const PathwayRoute = lazy(() =>
  import('./routes/pathway-route.js').then((m) => ({ default: m.PathwayRoute })),
);
const CompareRoute = lazy(() =>
  import('./routes/compare-route.js').then((m) => ({ default: m.CompareRoute })),
);
const BriefingRoute = lazy(() =>
  import('./routes/briefing-route.js').then((m) => ({ default: m.BriefingRoute })),
);
const BusinessCaseRoute = lazy(() =>
  import('./routes/business-case-route.js').then((m) => ({ default: m.BusinessCaseRoute })),
);
const SchemesRoute = lazy(() =>
  import('./routes/schemes-route.js').then((m) => ({ default: m.SchemesRoute })),
);
const CaseStudiesRoute = lazy(() =>
  import('./routes/case-studies-route.js').then((m) => ({ default: m.CaseStudiesRoute })),
);
const EstimateRoute = lazy(() =>
  import('./routes/estimate-route.js').then((m) => ({ default: m.EstimateRoute })),
);
const StandardsRoute = lazy(() =>
  import('./routes/standards-route.js').then((m) => ({ default: m.StandardsRoute })),
);
const ReadinessRoute = lazy(() =>
  import('./routes/readiness-route.js').then((m) => ({ default: m.ReadinessRoute })),
);
const ServicesRoute = lazy(() =>
  import('./routes/services-route.js').then((m) => ({ default: m.ServicesRoute })),
);
const ManageServicesRoute = lazy(() =>
  import('./routes/manage-services-route.js').then((m) => ({ default: m.ManageServicesRoute })),
);
const MethodsRoute = lazy(() =>
  import('./routes/methods-route.js').then((m) => ({ default: m.MethodsRoute })),
);
const DataRoute = lazy(() => import('./routes/data-route.js').then((m) => ({ default: m.DataRoute })));
const AccessibilityRoute = lazy(() =>
  import('./routes/accessibility-route.js').then((m) => ({ default: m.AccessibilityRoute })),
);
const FramesRoute = lazy(() => import('./routes/frames-route.js').then((m) => ({ default: m.FramesRoute })));
const FrameRoute = lazy(() => import('./routes/frame-route.js').then((m) => ({ default: m.FrameRoute })));
const ManageRoundRoute = lazy(() =>
  import('./routes/manage-round-route.js').then((m) => ({ default: m.ManageRoundRoute })),
);
const RoundPlansRoute = lazy(() =>
  import('./routes/round-plans-route.js').then((m) => ({ default: m.RoundPlansRoute })),
);
const RoundPlanRoute = lazy(() =>
  import('./routes/round-plan-route.js').then((m) => ({ default: m.RoundPlanRoute })),
);
const CleanRoundRoute = lazy(() =>
  import('./routes/clean-round-route.js').then((m) => ({ default: m.CleanRoundRoute })),
);
const ReportRoute = lazy(() => import('./routes/report-route.js').then((m) => ({ default: m.ReportRoute })));
const ReleaseDeskRoute = lazy(() =>
  import('./routes/release-desk-route.js').then((m) => ({ default: m.ReleaseDeskRoute })),
);
const InstrumentsRoute = lazy(() =>
  import('./routes/instruments-route.js').then((m) => ({ default: m.InstrumentsRoute })),
);
const DesignerRoute = lazy(() =>
  import('./routes/designer-route.js').then((m) => ({ default: m.DesignerRoute })),
);
const CodingRoute = lazy(() => import('./routes/coding-route.js').then((m) => ({ default: m.CodingRoute })));
const CodingDeskRoute = lazy(() =>
  import('./routes/coding-desk-route.js').then((m) => ({ default: m.CodingDeskRoute })),
);
const CodingDecisionsRoute = lazy(() =>
  import('./routes/coding-decisions-route.js').then((m) => ({ default: m.CodingDecisionsRoute })),
);
const CodebooksRoute = lazy(() =>
  import('./routes/codebooks-route.js').then((m) => ({ default: m.CodebooksRoute })),
);
const CodebookRoute = lazy(() =>
  import('./routes/codebook-route.js').then((m) => ({ default: m.CodebookRoute })),
);
const SignInRoute = lazy(() => import('./routes/sign-in-route.js').then((m) => ({ default: m.SignInRoute })));
const ConfirmSignInRoute = lazy(() =>
  import('./routes/confirm-sign-in-route.js').then((m) => ({ default: m.ConfirmSignInRoute })),
);
const AccountRoute = lazy(() =>
  import('./routes/account-route.js').then((m) => ({ default: m.AccountRoute })),
);
const ManagePeopleRoute = lazy(() =>
  import('./routes/manage-people-route.js').then((m) => ({ default: m.ManagePeopleRoute })),
);
const ManageOutboxRoute = lazy(() =>
  import('./routes/manage-outbox-route.js').then((m) => ({ default: m.ManageOutboxRoute })),
);
const SystemRoute = lazy(() => import('./routes/system-route.js').then((m) => ({ default: m.SystemRoute })));
const PersonalDataRoute = lazy(() =>
  import('./routes/personal-data-route.js').then((m) => ({ default: m.PersonalDataRoute })),
);
const PrivacyRoute = lazy(() =>
  import('./routes/privacy-route.js').then((m) => ({ default: m.PrivacyRoute })),
);
const ConfirmAddressRoute = lazy(() =>
  import('./routes/confirm-address-route.js').then((m) => ({ default: m.ConfirmAddressRoute })),
);
const HistoryRoute = lazy(() =>
  import('./routes/history-route.js').then((m) => ({ default: m.HistoryRoute })),
);
const ContactsRoute = lazy(() =>
  import('./routes/contacts-route.js').then((m) => ({ default: m.ContactsRoute })),
);
const MailingsRoute = lazy(() =>
  import('./routes/mailings-route.js').then((m) => ({ default: m.MailingsRoute })),
);
const NotFoundRoute = lazy(() =>
  import('./routes/not-found-route.js').then((m) => ({ default: m.NotFoundRoute })),
);

/** The single-page application: every public screen, and those of people with an account. */
export function App() {
  return (
    <Provider value={graphqlClient}>
      <BrowserRouter>
        <Routes>
          <Route path="/embed/map" element={<Guarded />}>
            <Route index element={<EmbedMapRoute />} />
          </Route>
          <Route element={<Shell />}>
            <Route index element={<HomeRoute />} />
            <Route path="search" element={<SearchRoute />} />
            <Route path="rounds" element={<RoundsRoute />} />
            <Route path="rounds/:roundId" element={<RoundRoute />} />
            <Route path="map" element={<MapRoute />} />
            <Route path="explore" element={<ExploreRoute />} />
            <Route path="hospitals/:odsCode" element={<HospitalRoute />} />
            <Route path="trusts/:odsCode" element={<TrustRoute />} />
            <Route path="early-implementers" element={<EarlyImplementersRoute />} />
            <Route path="areas" element={<AreasRoute />} />
            <Route path="areas/:code" element={<AreasRoute />} />
            <Route path="areas/:code/pathway" element={<PathwayRoute />} />
            <Route path="areas/:code/briefing" element={<BriefingRoute />} />
            <Route path="areas/:code/:part" element={<AreasRoute />} />
            <Route path="compare" element={<CompareRoute />} />
            <Route path="case-studies" element={<CaseStudiesRoute />} />
            <Route path="case-studies/:slug" element={<CaseStudiesRoute />} />
            <Route path="services" element={<ServicesRoute />} />
            <Route path="services/:id" element={<ServicesRoute />} />
            <Route path="estimate" element={<EstimateRoute />} />
            <Route path="estimate/:sheet" element={<EstimateRoute />} />
            <Route path="standards" element={<StandardsRoute />} />
            <Route path="readiness" element={<ReadinessRoute />} />
            <Route path="business-case" element={<BusinessCaseRoute />} />
            <Route path="schemes" element={<SchemesRoute />} />
            <Route path="schemes/:id" element={<SchemesRoute />} />
            <Route path="methods" element={<MethodsRoute />} />
            <Route path="data" element={<DataRoute />} />
            <Route path="accessibility" element={<AccessibilityRoute />} />
            <Route path="manage/services" element={<ManageServicesRoute />} />
            <Route path="manage/services/:id" element={<ManageServicesRoute />} />
            <Route path="manage/frames" element={<FramesRoute />} />
            <Route path="manage/frames/:frameId" element={<FrameRoute />} />
            <Route path="manage/rounds" element={<RoundPlansRoute />} />
            <Route path="manage/rounds/:roundId/plan" element={<RoundPlanRoute />} />
            <Route path="manage/rounds/:roundId" element={<ManageRoundRoute />} />
            <Route path="manage/rounds/:roundId/contacts" element={<ContactsRoute />} />
            <Route path="manage/rounds/:roundId/mailings" element={<MailingsRoute />} />
            <Route path="manage/rounds/:roundId/cleaning" element={<CleanRoundRoute />} />
            <Route path="manage/rounds/:roundId/report" element={<ReportRoute />} />
            <Route path="manage/rounds/:roundId/release" element={<ReleaseDeskRoute />} />
            <Route path="manage/instruments" element={<InstrumentsRoute />} />
            <Route path="manage/instruments/:id" element={<DesignerRoute />} />
            <Route path="manage/coding" element={<CodingRoute />} />
            <Route path="manage/coding/desks/:taskId" element={<CodingDeskRoute />} />
            <Route path="manage/coding/decisions" element={<CodingDecisionsRoute />} />
            <Route path="manage/coding/codebooks" element={<CodebooksRoute />} />
            <Route path="manage/coding/codebooks/:codebookId" element={<CodebookRoute />} />
            <Route path="sign-in" element={<SignInRoute />} />
            <Route path="sign-in/confirm" element={<ConfirmSignInRoute />} />
            <Route path="account" element={<AccountRoute />} />
            <Route path="manage/people" element={<ManagePeopleRoute />} />
            <Route path="manage/outbox" element={<ManageOutboxRoute />} />
            <Route path="manage/personal-data" element={<PersonalDataRoute />} />
            <Route path="confirm-address" element={<ConfirmAddressRoute />} />
            <Route path="privacy" element={<PrivacyRoute />} />
            <Route path="manage/system" element={<SystemRoute />} />
            <Route path="manage/history" element={<HistoryRoute />} />
            <Route path="*" element={<NotFoundRoute />} />
          </Route>
        </Routes>
      </BrowserRouter>
    </Provider>
  );
}

function Shell() {
  return (
    <>
      <SiteHeader account={<AccountBar />} />
      <div className="nhsuk-width-container">
        <Guarded />
      </div>
      <SiteFooter />
    </>
  );
}

function Guarded() {
  const { pathname } = useLocation();
  return (
    <PageErrorBoundary key={pathname} path={pathname}>
      <Suspense fallback={<Loading what="this page" />}>
        <Outlet />
      </Suspense>
    </PageErrorBoundary>
  );
}
