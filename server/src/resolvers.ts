import { OutboxResolver } from './access/mail/outbox.resolver.js';
import { PeopleResolver } from './access/people/people.resolver.js';
import { SignInResolver } from './access/sign-in/sign-in.resolver.js';
import { ViewerResolver } from './access/viewer.resolver.js';
import { HistoryResolver } from './cleaning/history/history.resolver.js';
import { CodebookResolver } from './coding/codebook.resolver.js';
import { CodingResolver } from './coding/coding.resolver.js';
import { QuotationResolver } from './coding/quotation.resolver.js';
import { SuggestionResolver } from './coding/suggestion.resolver.js';
import { CleaningResolver } from './cleaning/cleaning.resolver.js';
import { FreezeResolver } from './cleaning/freeze.resolver.js';
import { SiteQueryResolver } from './cleaning/site-query.resolver.js';
import { ManageRegisterResolver } from './commissioning/register/manage-register.resolver.js';
import { RegisterInboxResolver } from './commissioning/register/register-inbox.resolver.js';
import { RegisterReadersResolver } from './commissioning/register/register-readers.resolver.js';
import { RegisterResolver } from './commissioning/register/register.resolver.js';
import { AnsweringResolver } from './fieldwork/answering.resolver.js';
import { RoundPlanResolver } from './fieldwork/plan/round-plan.resolver.js';
import { OpenLinkResolver } from './fieldwork/open-link.resolver.js';
import { RecordedAnswerResolver } from './fieldwork/recorded-answer.resolver.js';
import { AreaProfileResolver } from './commissioning/area-profile.resolver.js';
import { PathwayResolver } from './commissioning/pathway.resolver.js';
import { ContactsResolver } from './fieldwork/contacts/contacts.resolver.js';
import { MailingResolver } from './fieldwork/mailing/mailing.resolver.js';
import { WithdrawalResolver } from './fieldwork/withdrawal.resolver.js';
import { FrameResolver, HospitalResolver, TrustResolver } from './frame/frame.resolver.js';
import { InstrumentDraftResolver } from './instrument/instrument-draft.resolver.js';
import { ManageFrameResolver } from './frame/manage-frame.resolver.js';
import { SystemResolver } from './health/system.resolver.js';
import { InstrumentResolver } from './instrument/instrument.resolver.js';
import { CodeTallyResolver } from './publication/code-tally.resolver.js';
import { DemoAnswerResolver } from './publication/demo-answer.resolver.js';
import { ExploreResolver } from './publication/explore.resolver.js';
import { ReleaseBasisResolver } from './publication/release-basis.resolver.js';
import { ReleaseChangeResolver } from './publication/release-change.resolver.js';
import { ReportResolver } from './publication/report/report.resolver.js';
import { ReleaseDeskResolver } from './publication/release-desk/release-desk.resolver.js';
import { LiveRoundResolver } from './publication/live/live-round.resolver.js';
import { MapRoundsResolver } from './publication/map-rounds.resolver.js';
import { HospitalResultsResolver, RoundResolver, TrustRoundsResolver } from './publication/round.resolver.js';
import { TrackerResolver } from './publication/live/tracker.resolver.js';
import { SchemeResolver } from './commissioning/schemes/scheme.resolver.js';
import { PrivacyResolver } from './privacy/privacy.resolver.js';
import { PracticeResolver } from './seed/practice.resolver.js';

/** Every GraphQL resolver, for printing the schema; a test compares this list with what the product serves. */
export const resolvers = [
  ViewerResolver,
  SignInResolver,
  PeopleResolver,
  OutboxResolver,
  FrameResolver,
  HospitalResolver,
  TrustResolver,
  ManageFrameResolver,
  InstrumentResolver,
  InstrumentDraftResolver,
  AnsweringResolver,
  WithdrawalResolver,
  RoundPlanResolver,
  OpenLinkResolver,
  RecordedAnswerResolver,
  ContactsResolver,
  MailingResolver,
  CodebookResolver,
  CodingResolver,
  QuotationResolver,
  SuggestionResolver,
  CleaningResolver,
  FreezeResolver,
  SiteQueryResolver,
  RoundResolver,
  MapRoundsResolver,
  HospitalResultsResolver,
  TrustRoundsResolver,
  LiveRoundResolver,
  ReleaseBasisResolver,
  ReleaseChangeResolver,
  ReleaseDeskResolver,
  TrackerResolver,
  CodeTallyResolver,
  DemoAnswerResolver,
  HistoryResolver,
  ExploreResolver,
  ReportResolver,
  AreaProfileResolver,
  PathwayResolver,
  PracticeResolver,
  SystemResolver,
  RegisterResolver,
  ManageRegisterResolver,
  RegisterInboxResolver,
  RegisterReadersResolver,
  SchemeResolver,
  PrivacyResolver,
];
