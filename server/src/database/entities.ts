import { JobLease } from '../platform/jobs/job-lease.entity.js';
import { LimitCount, LimitKey } from '../platform/limits/limit.entity.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import { AccessGrant } from '../access/people/access-grant.entity.js';
import { PersonContact } from '../access/people/person-contact.entity.js';
import { Person } from '../access/people/person.entity.js';
import { Session } from '../access/session.entity.js';
import { SignInLink } from '../access/sign-in/sign-in-link.entity.js';
import { FurtherHospital } from '../fieldwork/further-hospital.entity.js';
import { FurtherLink } from '../fieldwork/further-link.entity.js';
import { ContactDetail } from '../fieldwork/contacts/contact-detail.entity.js';
import { ContactHospital } from '../fieldwork/contacts/contact-hospital.entity.js';
import { ContactList } from '../fieldwork/contacts/contact-list.entity.js';
import { Contact } from '../fieldwork/contacts/contact.entity.js';
import { ListMembership } from '../fieldwork/contacts/list-membership.entity.js';
import { MailOptOut } from '../fieldwork/contacts/mail-opt-out.entity.js';
import { InvitationToken } from '../fieldwork/mailing/invitation-token.entity.js';
import { Mailing } from '../fieldwork/mailing/mailing.entity.js';
import { Codebook, CodebookVersion } from '../coding/codebook.entity.js';
import { CodingTask } from '../coding/coding-task.entity.js';
import { Quotation } from '../coding/quotation.entity.js';
import { Adjudication, UnitCodingRow } from '../coding/unit-coding.entity.js';
import { CleaningDecision } from '../cleaning/cleaning-decision.entity.js';
import { Freeze } from '../cleaning/freeze.entity.js';
import { RoundCleaning } from '../cleaning/round-cleaning.entity.js';
import { SiteObjection } from '../cleaning/site-objection.entity.js';
import { SiteQuery } from '../cleaning/site-query.entity.js';
import { Invitation } from '../fieldwork/invitation.entity.js';
import { OpenLink } from '../fieldwork/open-link.entity.js';
import { OpenLinkForm } from '../fieldwork/open-link-form.entity.js';
import { RecordedAnswer } from '../fieldwork/recorded-answer.entity.js';
import { Response } from '../fieldwork/response.entity.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import { Round } from '../fieldwork/round.entity.js';
import {
  RegisterContact,
  RegisterCorrection,
  RegisterDecision,
  RegisterSender,
} from '../commissioning/register/register-inbox.entity.js';
import {
  RegisterDelivery,
  RegisterRevision,
  RegisterServiceRow,
} from '../commissioning/register/register-service.entity.js';
import { Area } from '../frame/area.entity.js';
import { FrameUnit } from '../frame/frame-unit.entity.js';
import { Organisation } from '../frame/organisation.entity.js';
import { OrganisationSuccession } from '../frame/organisation-succession.entity.js';
import { Outcode } from '../frame/outcode.entity.js';
import { AreaPopulationRow } from '../frame/area-population.entity.js';
import { PostcodeBlock } from '../frame/postcode-block.entity.js';
import { ProgrammeSite } from '../frame/programme-site.entity.js';
import { ProgrammeWave } from '../frame/programme-wave.entity.js';
import { ReferenceSource } from '../frame/reference-source.entity.js';
import { SamplingFrame } from '../frame/sampling-frame.entity.js';
import { SiteAlias } from '../frame/site-alias.entity.js';
import { SiteIdentifier } from '../frame/site-identifier.entity.js';
import { SiteParent } from '../frame/site-parent.entity.js';
import { Site } from '../frame/site.entity.js';
import { InstrumentDraft } from '../instrument/instrument-draft.entity.js';
import { InstrumentVersion } from '../instrument/instrument-version.entity.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { AuditHead } from '../platform/audit/audit-head.entity.js';
import { AuditSubject } from '../platform/audit/audit-subject.entity.js';
import { Release } from '../publication/release.entity.js';
import { ReportEdition, ReportVersion } from '../publication/report/report.entity.js';
import { ReleaseFileRow } from '../publication/release-files/release-file.entity.js';
import { ReleaseDesk } from '../publication/release-desk/release-desk.entity.js';
import { ReleaseMarkRow } from '../publication/release-desk/release-mark.entity.js';
import { ReleaseSignOff } from '../publication/release-desk/release-sign-off.entity.js';
import { SignOffEnd } from '../publication/release-desk/sign-off-end.entity.js';
import { ReplyEventRow } from '../publication/release-desk/reply-event.entity.js';
import { ReplyLink } from '../publication/release-desk/reply-link.entity.js';
import { ReplyPeriodRow } from '../publication/release-desk/reply-period.entity.js';
import { BackupRun } from '../backup/backup-run.entity.js';
import { PendingRectification } from '../privacy/pending-rectification.entity.js';
import { ChangeCounter } from './change-counter.entity.js';
import { ChangeNoteRow } from './change-note.entity.js';
import {
  Scheme,
  SchemeInvitation,
  SchemeMember,
  SchemeVersion,
} from '../commissioning/schemes/scheme.entity.js';

/** Every table of the product; the one file of this folder that knows the modules. */
export const entities = [
  JobLease,
  LimitCount,
  LimitKey,
  AuditEvent,
  AuditHead,
  AuditSubject,
  ChangeCounter,
  ChangeNoteRow,
  BackupRun,
  Session,
  Person,
  PersonContact,
  AccessGrant,
  SignInLink,
  OutboxMessage,
  Area,
  FrameUnit,
  Organisation,
  OrganisationSuccession,
  Outcode,
  AreaPopulationRow,
  PostcodeBlock,
  ProgrammeSite,
  ProgrammeWave,
  ReferenceSource,
  SamplingFrame,
  SiteAlias,
  SiteIdentifier,
  SiteParent,
  Site,
  InstrumentDraft,
  InstrumentVersion,
  Round,
  Invitation,
  FurtherLink,
  OpenLink,
  OpenLinkForm,
  RecordedAnswer,
  Contact,
  ContactDetail,
  ContactHospital,
  ContactList,
  ListMembership,
  MailOptOut,
  Mailing,
  InvitationToken,
  Response,
  ResponseRevision,
  FurtherHospital,
  Codebook,
  CodebookVersion,
  CodingTask,
  UnitCodingRow,
  Adjudication,
  Quotation,
  RoundCleaning,
  CleaningDecision,
  Freeze,
  SiteQuery,
  SiteObjection,
  Release,
  ReportVersion,
  ReportEdition,
  ReleaseDesk,
  ReleaseSignOff,
  SignOffEnd,
  ReleaseMarkRow,
  ReleaseFileRow,
  ReplyPeriodRow,
  ReplyLink,
  ReplyEventRow,
  RegisterServiceRow,
  RegisterDelivery,
  RegisterRevision,
  RegisterDecision,
  RegisterCorrection,
  RegisterSender,
  RegisterContact,
  Scheme,
  SchemeMember,
  SchemeVersion,
  SchemeInvitation,
  PendingRectification,
];
