import { FrameLead, unrealLine, unrealList } from './frame-lead.js';
import type { Act } from './audited-act.js';
import type { TestServer } from './start-server.js';

/** A draft frame of the lead's with one hospital that does not exist. */
export interface AuditedFrame {
  readonly frames: FrameLead;
  readonly id: string;
  readonly site: string;
}

/** Makes that frame. */
export async function givenFrame(server: TestServer): Promise<AuditedFrame> {
  const frames = await FrameLead.of(server);
  const id = String((await frames.create('Unreal audited')).frame?.['id']);
  await frames.imports(id, unrealList(unrealLine('ZZV01', 'Unreal Audited Infirmary')));
  const site = String((await frames.units(id)).get('ZZV01')?.['siteId']);
  return { frames, id, site };
}

const addName = (frames: FrameLead, siteId: string, text: string) =>
  frames.ask(
    'mutation ($input: AddSiteAliasInput!) { addSiteAlias(input: $input) { ... on SiteNames { aliases { id text } } } }',
    { input: { siteId, text, source: 'a test' } },
  );

/** Each mutation of a frame by name, in an order in which each finds what it needs; `given` answers later. */
export function frameActs(given: () => AuditedFrame): Readonly<Record<string, Act>> {
  return {
    addFrameUnit: {
      act: () => given().frames.add(given().id, 'RW603'),
      event: 'frame.hospital-added by demo-survey_lead',
    },
    addSiteAlias: {
      act: () => addName(given().frames, given().site, 'Unreal Second Name'),
      event: 'site.alias-added by demo-survey_lead',
    },
    createFrame: {
      act: () => given().frames.create('Unreal by audit'),
      event: 'frame.created by demo-survey_lead',
    },
    setEligibility: {
      act: () => given().frames.decide(given().id, given().site, 'ineligible', 'audited'),
      event: 'frame.eligibility-decided by demo-survey_lead',
    },
    removeSiteAlias: {
      act: async () => {
        const names = (await given().frames.units(given().id)).get('ZZV01')?.['aliases'] as { id: string }[];
        return given().frames.ask(`mutation { removeSiteAlias(id: "${names[0]?.id}") { __typename } }`);
      },
      event: 'site.alias-removed by demo-survey_lead',
    },
    freezeFrame: {
      act: () => given().frames.freeze(given().id),
      event: 'frame.frozen by demo-survey_lead',
    },
  };
}
