import { type Permission, type Role, ROLE_PERMISSIONS } from '@liaison-atlas/shared/access/permissions';
import { SCOPES_OF_ROLE, SURVEY_ID } from '@liaison-atlas/shared/access/scope';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { colleague, grant } from '../support/colleagues.js';
import { rowCounts } from '../support/given.js';
import { type Person, thePublic } from '../support/people.js';
import { Schema } from '../support/schema-walk.js';
import { startServer, type TestServer } from '../support/start-server.js';

/**
 * What each operation and each route asks for, written down a second time. One that is not here fails the test; which
 * role holds which permission is tested cell by cell in `shared/src/access/can.test.ts`.
 */
const WHO: Readonly<Record<string, Permission>> = {
  'Query area': 'Public',
  'Query areas': 'Public',
  'Query contacts': 'ManageContacts',
  'Query mailingPreview': 'ManageContacts',
  'Query mailings': 'ManageContacts',
  'Query codebook': 'CodeComments',
  'Query codebooks': 'CodeComments',
  'Query codeTally': 'ManageCoding',
  'Query codingAgreement': 'ManageCoding',
  'Query codingComparison': 'CodeComments',
  'Query codingDesk': 'CodeComments',
  'Query codingTasks': 'ManageCoding',
  'Query myCodingTasks': 'CodeComments',
  'Query possibleCoders': 'ManageCoding',
  'Query quotableComments': 'ManageCoding',
  'Query quotations': 'ManageCoding',
  'Query cleaning': 'CleanRound',
  'Query cleaningDecisions': 'CleanRound',
  'Query cleaningForms': 'CleanRound',
  'Query cleaningQueue': 'CleanRound',
  'Query freezeDifference': 'CleanRound',
  'Query freezes': 'CleanRound',
  'Query releaseBasis': 'ReleaseRound',
  'Query report': 'ReadAnalysis',
  'Query siteQueries': 'CleanRound',
  'Query earlyImplementers': 'Public',
  'Query exploreChange': 'ReadAnalysis',
  'Query exploreLive': 'ReadAnalysis',
  'Query exploreReleased': 'Public',
  'Query frozenInstruments': 'DesignInstrument',
  'Query frameDifference': 'ManageFrame',
  'Query history': 'ReadHistory',
  'Query hospital': 'Public',
  'Query instrumentDraft': 'DesignInstrument',
  'Query instrumentDrafts': 'DesignInstrument',
  'Query instruments': 'Public',
  'Query liveRound': 'ReadLiveRound',
  'Query myGrants': 'OwnAccount',
  'Query mySessions': 'OwnAccount',
  'Query openLinks': 'ManageOpenLinks',
  'Query outbox': 'ReadOutbox',
  'Query people': 'ManagePeople',
  'Query recordedAnswers': 'RecordAnswer',
  'Query place': 'Public',
  'Query referenceSources': 'Public',
  'Query release': 'Public',
  'Query round': 'Public',
  'Query roundPlan': 'PlanRound',
  'Query roundPlanChoices': 'PlanRound',
  'Query roundPlans': 'PlanRound',
  'Query rounds': 'Public',
  'Query samplingFrame': 'ManageFrame',
  'Query samplingFrames': 'ManageFrame',
  'Query search': 'Public',
  'Query tracker': 'ReadLiveRound',
  'Query trust': 'Public',
  'Query viewer': 'Public',
  'Mutation askSite': 'CleanRound',
  'Mutation changeCleaning': 'CleanRound',
  'Mutation closeSiteQuery': 'CleanRound',
  'Mutation decideForms': 'CleanRound',
  'Mutation freezeRound': 'CleanRound',
  'Mutation recordSiteAnswer': 'CleanRound',
  'Mutation reopenRound': 'CleanRound',
  'Mutation startCleaningPractice': 'CleanRound',
  'Mutation addFrameUnit': 'ManageFrame',
  'Mutation addSiteAlias': 'ManageFrame',
  'Mutation assignCoder': 'ManageCoding',
  'Mutation confirmQuotation': 'ManageCoding',
  'Mutation createCodebook': 'ManageCoding',
  'Mutation decideCoding': 'CodeComments',
  'Mutation finishCoding': 'CodeComments',
  'Mutation mergeCodes': 'ManageCoding',
  'Mutation removeCoder': 'ManageCoding',
  'Mutation removeQuotation': 'ManageCoding',
  'Mutation reopenCoding': 'ManageCoding',
  'Mutation restoreCodebook': 'ManageCoding',
  'Mutation saveCodebook': 'ManageCoding',
  'Mutation saveCoding': 'CodeComments',
  'Mutation saveQuotation': 'ManageCoding',
  'Mutation splitCode': 'ManageCoding',
  'Mutation confirmSignIn': 'Public',
  'Mutation createInstrumentDraft': 'DesignInstrument',
  'Mutation deleteInstrumentDraft': 'DesignInstrument',
  'Mutation controlMailing': 'ManageContacts',
  'Mutation createContactList': 'ManageContacts',
  'Mutation eraseContact': 'ManageContacts',
  'Mutation saveContact': 'ManageContacts',
  'Mutation sendMailing': 'ManageContacts',
  'Mutation setOptOut': 'ManageContacts',
  'Mutation setThanks': 'ManageContacts',
  'Mutation createFrame': 'ManageFrame',
  'Mutation createRound': 'PlanRound',
  'Mutation createOpenLink': 'ManageOpenLinks',
  'Mutation freezeFrame': 'ManageFrame',
  'Mutation giveGrant': 'ManagePeople',
  'Mutation invitePerson': 'ManagePeople',
  'Mutation openDemoAnswer': 'Public',
  'Mutation pilotInstrument': 'DesignInstrument',
  'Mutation publishInstrument': 'DesignInstrument',
  'Mutation recordAnswer': 'RecordAnswer',
  'Mutation releaseRound': 'ReleaseRound',
  'Mutation restoreReport': 'ReleaseRound',
  'Mutation saveReport': 'ReleaseRound',
  'Mutation removeSiteAlias': 'ManageFrame',
  'Mutation reopenRecordedAnswer': 'RecordAnswer',
  'Mutation requestSignIn': 'Public',
  'Mutation retireInstrument': 'DesignInstrument',
  'Mutation revokeGrant': 'ManagePeople',
  'Mutation revokeOtherSessions': 'OwnAccount',
  'Mutation revokeSession': 'OwnAccount',
  'Mutation saveInstrumentDraft': 'DesignInstrument',
  'Mutation saveRoundPlan': 'PlanRound',
  'Mutation sendAgain': 'ReadOutbox',
  'Mutation setEligibility': 'ManageFrame',
  'Mutation signInToDemo': 'Public',
  'Mutation signOut': 'Public',
  'Mutation takeRoundStep': 'PlanRound',
  'Mutation submitResponse': 'AnswerWithToken',
  'Mutation switchOpenLink': 'ManageOpenLinks',
  'Mutation withdrawResponse': 'AnswerWithToken',
  'GET *': 'Public',
  'GET /health/ready': 'Public',
  'GET /manage/v1/instrument-drafts/:id/preview': 'DesignInstrument',
  'GET /manage/v1/instrument-drafts/:id/preview/:page': 'DesignInstrument',
  'GET /manage/v1/instruments/:version/questionnaire.fhir.json': 'DesignInstrument',
  'GET /manage/v1/instruments/:version/xlsform.xlsx': 'DesignInstrument',
  'GET /manage/v1/rounds/:round/contacts.csv': 'ManageContacts',
  'GET /manage/v1/codebooks/:codebook/codebook.qdc': 'CodeComments',
  'GET /manage/v1/rounds/:round/codebooks/:codebook/codings.csv': 'ManageCoding',
  'GET /manage/v1/rounds/:round/codebooks/:codebook/quotations.csv': 'ManageCoding',
  'GET /manage/v1/rounds/:round/chase-list.csv': 'ReadLiveRound',
  'GET /manage/v1/rounds/:round/form-statistics.json': 'ReadAnalysis',
  'GET /manage/v1/rounds/:round/export': 'ReadAnalysis',
  'GET /manage/v1/rounds/:round/export/:file': 'ReadAnalysis',
  'GET /manage/v1/rounds/:round/live.geojson': 'ReadLiveRound',
  'GET /manage/v1/rounds/:round/report/:format': 'ReadAnalysis',
  'GET /opt-out/:token': 'AnswerWithToken',
  'POST /opt-out/:token': 'AnswerWithToken',
  'POST /manage/v1/rounds/:round/contacts/import': 'ManageContacts',
  'GET /open/v1/areas': 'Public',
  'GET /open/v1/areas/:file': 'Public',
  'GET /open/v1/case-studies': 'Public',
  'GET /open/v1/early-implementers.geojson': 'Public',
  'GET /open/v1/frames/:frame/hospitals.geojson': 'Public',
  'GET /open/v1/rounds': 'Public',
  'GET /open/v1/rounds/:round/:file': 'Public',
  'GET /open/v1/rounds/:round/report.docx': 'Public',
  'GET /open/v1/rounds/:round/report.html': 'Public',
  'GET /open/v1/rounds/:round/report.pdf': 'Public',
  'GET /r/:round/:list': 'Public',
  'GET /respond-assets/:name': 'Public',
  'GET /query/:token': 'AnswerWithToken',
  'GET /respond/:token': 'AnswerWithToken',
  'GET /respond/:token/:page': 'AnswerWithToken',
  'GET /respond/:token/also': 'AnswerWithToken',
  'GET /respond/:token/begun': 'AnswerWithToken',
  'GET /respond/:token/compare': 'AnswerWithToken',
  'GET /respond/:token/hand-over': 'AnswerWithToken',
  'GET /respond/:token/handed-over': 'AnswerWithToken',
  'GET /sign-in/oidc': 'Public',
  'GET /sign-in/oidc/callback': 'Public',
  'POST /manage/v1/instruments/import/questionnaire.fhir.json': 'DesignInstrument',
  'POST /manage/v1/instruments/import/xlsform.xlsx': 'DesignInstrument',
  'GET /manage/v1/frames/:frame/hospitals.csv': 'ManageFrame',
  'POST /manage/v1/frames/:frame/import': 'ManageFrame',
  'POST /r/:round/:list': 'Public',
  'POST /query/:token': 'AnswerWithToken',
  'POST /respond/:token/:page': 'AnswerWithToken',
  'POST /respond/:token/also': 'AnswerWithToken',
  'POST /respond/:token/hand-over': 'AnswerWithToken',
  'POST /respond/:token/language': 'AnswerWithToken',
  'POST /respond/:token/submit': 'AnswerWithToken',
  'POST /respond/:token/withdraw': 'AnswerWithToken',
};

/** Arguments that exist, so that a refusal can only come from a check of access. */
const VALUES: Readonly<Record<string, unknown>> = {
  id: 'demo-2026',
  roundId: 'demo-2026',
  fromRoundId: 'demo-2026',
  toRoundId: 'demo-2026',
  indicator: 'iapt-in-reach',
  odsCode: 'RW603',
  text: 'Oldham',
  role: 'survey_lead',
};

/** Everybody who can stand before the product: the public, every role, and somebody whose last grant is gone. */
const ROLES = [...(Object.keys(ROLE_PERMISSIONS) as Role[]), 'no grant'] as const;
type Standing = (typeof ROLES)[number];

const mayCall = (role: Standing, permission: Permission): boolean =>
  role === 'no grant'
    ? ['Public', 'AnswerWithToken', 'OwnAccount'].includes(permission)
    : (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);

const PLACES = { survey: SURVEY_ID, round: 'demo-2026', region: 'Y56', hospital: 'RW603' } as const;

describe('access', () => {
  let server: TestServer;
  let schema: Schema;
  let times = 0;
  /** What came of each call, for the table at the end. */
  const outcomes = new Map<string, string>();

  beforeAll(async () => {
    server = await startServer();
    schema = await Schema.of(server);
  });
  afterAll(async () => {
    await server.stop();
    if (process.env['ACCESS_TABLE'] === '1') process.stdout.write(`\n\n${asTable(outcomes)}\n`);
  });

  /** Somebody of a role, with a session of their own: some operations end it. */
  const someone = async (role: Standing): Promise<Person> => {
    times += 1;
    if (role === 'public') return thePublic(server);
    if (role === 'no grant') return colleague(server, `nobody-${times}`);
    const kind = SCOPES_OF_ROLE[role][0]!;
    return colleague(server, `${role}-${times}`, grant(role, { kind, id: PLACES[kind] }));
  };

  /** Every route of the product as its controllers declare it. */
  const routes = (): string[] => {
    const parts = (value: unknown): string => String(value).replace(/^\/|\/$/g, '');
    return [...server.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.controllers.values()])
      .flatMap(({ metatype }) => {
        const controller = metatype as { readonly prototype: object };
        const base = parts(Reflect.getMetadata(PATH_METADATA, controller));
        return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
          const handler: unknown = Reflect.get(controller.prototype, name);
          if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
          const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
          const path = [base, parts(Reflect.getMetadata(PATH_METADATA, handler))].filter(
            (part) => part !== '',
          );
          return [`${method} ${path.join('/') === '*' ? '*' : `/${path.join('/')}`}`];
        });
      });
  };

  it('is decided for every operation and every route that the product has, and for no other', () => {
    const operations = (['Query', 'Mutation'] as const).flatMap((kind) =>
      schema.operations(kind).map(({ name }) => `${kind} ${name}`),
    );
    expect([...new Set([...operations, ...routes()])].sort()).toEqual(Object.keys(WHO).sort());
  });

  const cells = Object.entries(WHO).flatMap(([what, permission]) =>
    ROLES.map((role) => ({ what, role, permission, may: mayCall(role, permission) ? 'may' : 'may not' })),
  );

  it.each(cells)('$role $may call $what', async ({ what, role, permission }) => {
    const person = await someone(role);
    const before = await rowCounts(server);
    const refused = /^(GET|POST) /.test(what)
      ? await isRefusedAddress(what, person)
      : await isRefusedOperation(what, person);
    outcomes.set(`${what}|${role}`, refused ? '' : 'yes');
    expect(refused).toBe(!mayCall(role, permission));
    if (refused) expect(await rowCounts(server)).toEqual(before);
  });

  async function isRefusedOperation(what: string, person: Person): Promise<boolean> {
    const [kind, name] = what.split(' ') as ['Query' | 'Mutation', string];
    const field = schema.operations(kind).find((each) => each.name === name)!;
    const call = schema.callOf(kind === 'Query' ? 'query' : 'mutation', field, VALUES);
    return (await person.ask(call)).errors?.[0]?.extensions['code'] === 'FORBIDDEN';
  }

  async function isRefusedAddress(what: string, person: Person): Promise<boolean> {
    const [method = '', pattern = ''] = what.split(' ');
    const path = pattern
      .replace('*', '/rounds')
      .replace(':round', 'demo-2026')
      .replace(':version', '1.1')
      .replace(':file', 'summary.json')
      .replace(':frame', 'acute-ed-2018')
      .replace(':list', 'nobodys-list')
      .replace(':token', 'nobodys-token-nobodys-token')
      .replace(':page', 'role');
    const headers = 'cookie' in person ? { cookie: String(person.cookie) } : undefined;
    return (await fetch(server.url + path, { method, headers, redirect: 'manual' })).status === 403;
  }
});

/** The outcomes as a table: a line per operation, a column per role. */
function asTable(outcomes: ReadonlyMap<string, string>): string {
  const width = Math.max(...Object.keys(WHO).map((what) => what.length));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => cell.padEnd(at === 0 ? width : ROLES[at - 1]!.length)).join('  ');
  const rows = Object.keys(WHO).map((what) =>
    line([what, ...ROLES.map((role) => outcomes.get(`${what}|${role}`) ?? '?')]),
  );
  return [line(['May call', ...ROLES]), ...rows].join('\n');
}
