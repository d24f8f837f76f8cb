import { CreateAuditAndCounters1767225600000 } from './migrations/1767225600000-create-audit-and-counters.js';
import { CreateFrame1767225600100 } from './migrations/1767225600100-create-frame.js';
import { CreateInstrumentAndFieldwork1767225600200 } from './migrations/1767225600200-create-instrument-and-fieldwork.js';
import { CreateRelease1767225600300 } from './migrations/1767225600300-create-release.js';
import { LightenSubmissions1767225600310 } from './migrations/1767225600310-lighten-submissions.js';
import { CreatePeopleAndOutbox1767225600400 } from './migrations/1767225600400-create-people-and-outbox.js';
import { CreateInstrumentDraft1767225600600 } from './migrations/1767225600600-create-instrument-draft.js';
import { ManageFrames1767225600700 } from './migrations/1767225600700-manage-frames.js';
import { PlanRounds1767225601000 } from './migrations/1767225601000-plan-rounds.js';
import { CreateContactsAndMailings1767225601100 } from './migrations/1767225601100-create-contacts-and-mailings.js';
import { CreateAnsweringLinks1767225601200 } from './migrations/1767225601200-create-answering-links.js';
import { ChainAudit1767225601300 } from './migrations/1767225601300-chain-audit.js';
import { CreateCleaning1767225601400 } from './migrations/1767225601400-create-cleaning.js';
import { CreateCoding1767225601500 } from './migrations/1767225601500-create-coding.js';
import { IndexFurtherHospitals1767225601700 } from './migrations/1767225601700-index-further-hospitals.js';
import { NoteChanges1767225601710 } from './migrations/1767225601710-note-changes.js';
import { AskPerspectives1767225601800 } from './migrations/1767225601800-ask-perspectives.js';
import { FindDueMail1767225601900 } from './migrations/1767225601900-find-due-mail.js';
import { CreateReleaseDesk1767225602001 } from './migrations/1767225602001-create-release-desk.js';
import { CreateReport1767225602100 } from './migrations/1767225602100-create-report.js';
import { TakeSignOffsBack1767225602302 } from './migrations/1767225602302-take-sign-offs-back.js';
import { SuggestCodes1767225602400 } from './migrations/1767225602400-suggest-codes.js';
import { CreateRegister1767225602500 } from './migrations/1767225602500-create-register.js';
import { CreateRegisterInbox1767225602501 } from './migrations/1767225602501-create-register-inbox.js';
import { KnowPopulationsAndPostcodes1767225602600 } from './migrations/1767225602600-know-populations-and-postcodes.js';
import { CreateScheme1767225602800 } from './migrations/1767225602800-create-scheme.js';
import { RecordBackups1767225602900 } from './migrations/1767225602900-record-backups.js';
import { CountTogether1790000500000 } from './migrations/1790000500000-count-together.js';
import { NoteUseOfSessions1790000500001 } from './migrations/1790000500001-note-use-of-sessions.js';
import { LeaseJobs1790000500002 } from './migrations/1790000500002-lease-jobs.js';
import { CorrectAddresses1790000600000 } from './migrations/1790000600000-correct-addresses.js';
import { StoreReleaseFiles1798100000000 } from './migrations/1798100000000-store-release-files.js';
import { ForgetQuotedAddresses1798500000000 } from './migrations/1798500000000-forget-quoted-addresses.js';

/** Every migration in order; the same files on SQLite and PostgreSQL. */
export const migrations = [
  CreateAuditAndCounters1767225600000,
  CreateFrame1767225600100,
  CreateInstrumentAndFieldwork1767225600200,
  CreateRelease1767225600300,
  LightenSubmissions1767225600310,
  CreatePeopleAndOutbox1767225600400,
  CreateInstrumentDraft1767225600600,
  ManageFrames1767225600700,
  PlanRounds1767225601000,
  CreateContactsAndMailings1767225601100,
  CreateAnsweringLinks1767225601200,
  ChainAudit1767225601300,
  CreateCleaning1767225601400,
  CreateCoding1767225601500,
  IndexFurtherHospitals1767225601700,
  NoteChanges1767225601710,
  AskPerspectives1767225601800,
  FindDueMail1767225601900,
  CreateReleaseDesk1767225602001,
  CreateReport1767225602100,
  TakeSignOffsBack1767225602302,
  SuggestCodes1767225602400,
  CreateRegister1767225602500,
  CreateRegisterInbox1767225602501,
  KnowPopulationsAndPostcodes1767225602600,
  CreateScheme1767225602800,
  RecordBackups1767225602900,
  CountTogether1790000500000,
  NoteUseOfSessions1790000500001,
  LeaseJobs1790000500002,
  CorrectAddresses1790000600000,
  StoreReleaseFiles1798100000000,
  ForgetQuotedAddresses1798500000000,
];
