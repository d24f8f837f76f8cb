import { lastDayOf } from '@liaison-atlas/shared/frame/eligibility';
import { FACT_FIELDS, type FrameFacts, UNKNOWN_FACTS } from '@liaison-atlas/shared/frame/frame-facts';
import type { FrameRow, LineProblem } from '@liaison-atlas/shared/frame/frame-row';
import { normaliseName } from '@liaison-atlas/shared/frame/normalise-name';
import { parsePostcode } from '@liaison-atlas/shared/frame/parse-postcode';

import { type FrameContext, knownFacts, validOn } from './frame-context.js';

/** What has to be written beside the frame's unit, so that the site is found and shown in later years. */
export interface SiteWrites {
  /** The site itself, where the tables do not hold it; latitude and longitude may be those of its postcode district. */
  readonly site: FrameFacts | null;
  /** Remark on a new site, such as that its position is approximate. */
  readonly note: string;
  /** A code that the tables do not hold for it yet. */
  readonly identifier: string | null;
  /** Another name. */
  readonly alias: string | null;
  /** A trust that the tables do not hold. */
  readonly trust: { readonly code: string; readonly name: string; readonly kind: string } | null;
  /** The trust that runs it from `since` on ('' = since before it is known here). */
  readonly parent: { readonly trustCode: string; readonly since: string } | null;
  /** Day from which the new code holds; '' = not known. */
  readonly since: string;
}

/** What one row says about its site. */
export interface SiteNews {
  readonly siteId: string;
  readonly isNew: boolean;
  readonly problems: readonly LineProblem[];
  readonly writes: SiteWrites;
  /** The unit's facts once the row is taken over; undefined = the frame does not hold the site yet. */
  readonly factsAfter: (before: FrameFacts | undefined) => FrameFacts;
}

interface Given {
  readonly row: FrameRow;
  readonly siteId: string;
  readonly isNew: boolean;
  /** A register spells names in its own way: they are further names and rename nothing. */
  readonly isRegister: boolean;
  readonly asOf: string;
  readonly context: FrameContext;
  readonly codes: ReadonlySet<string>;
}

/** Works out what a row says that is not known yet, and what is wrong with it beside what is known. */
export function siteNewsOf(given: Given): SiteNews {
  const { row, siteId, isNew, asOf, context } = given;
  const site = isNew ? newSite(given) : null;
  const since = row.trustSince === '' ? firstDayOf(asOf) : row.trustSince;
  const moved = hasMoved(given);
  return {
    siteId,
    isNew,
    problems: [...(site?.problems ?? []), ...trustProblems(given, moved), ...mergerProblems(given)],
    writes: {
      site: site?.facts ?? null,
      note: site?.note ?? '',
      identifier: context.siteByCode.has(row.values.ods_code) ? null : row.values.ods_code,
      alias: isNew ? null : newName(given),
      trust: newTrust(given),
      parent: isNew
        ? { trustCode: row.values.trust_code, since: row.trustSince }
        : moved
          ? { trustCode: row.values.trust_code, since }
          : null,
      since: isNew ? '' : since,
    },
    factsAfter: (before) =>
      factsAfter(given, before ?? site?.facts ?? (isNew ? UNKNOWN_FACTS : knownFacts(context, siteId, asOf))),
  };
}

/** The row's values over what was known; the trust's name and kind follow from its code. */
function factsAfter({ row, context, isRegister }: Given, before: FrameFacts): FrameFacts {
  const { values } = row;
  const said = Object.fromEntries(
    FACT_FIELDS.flatMap((field) =>
      field !== 'list_status' && values[field] !== '' ? [[field, values[field]]] : [],
    ),
  );
  const keepsName = isRegister || isSameName(before.name, values.name);
  const trust = context.trustByCode.get(values.trust_code);
  const merged = { ...before, ...said };
  return {
    ...merged,
    name: keepsName && before.name !== '' ? before.name : values.name,
    trust_name: trust?.name ?? values.trust_name,
    trust_type:
      values.trust_type ||
      (trust !== undefined && trust.kind !== 'not_known' ? trust.kind : '') ||
      (before.trust_code === values.trust_code ? before.trust_type : ''),
    country: merged.country || (context.areas.regions.has(merged.region_code) ? 'england' : ''),
    list_status: row.listStatus,
  };
}

/** A site that the tables do not hold needs a place: areas by code, and a position or a known postcode district. */
function newSite({ row, context }: Given): {
  readonly facts: FrameFacts;
  readonly note: string;
  readonly problems: readonly LineProblem[];
} {
  const { values, line } = row;
  const outcode = context.outcodes.get(parsePostcode(values.postcode)?.outcode ?? '');
  const hasPosition = values.latitude !== '';
  const missing = (['region_code', 'icb_code', 'postcode'] as const).filter((field) => values[field] === '');
  const problems = missing.map((field): LineProblem => ({
    line,
    code: 'NEEDED_FOR_NEW',
    field,
    message: `${values.ods_code} is a new hospital, and ${field} is empty.`,
    mend: `Write its ${field}; a hospital that is known already needs none.`,
  }));
  if (!hasPosition && outcode === undefined && values.postcode !== '')
    problems.push({
      line,
      code: 'NEEDED_FOR_NEW',
      field: 'latitude',
      message: `${values.ods_code} is a new hospital without a position, and its postcode district is not known.`,
      mend: 'Write latitude and longitude in decimal degrees.',
    });
  return {
    problems,
    note: hasPosition
      ? ''
      : `Position: middle of the postcode district ${outcode?.code ?? ''}, not of the building.`,
    facts: {
      ...UNKNOWN_FACTS,
      ...values,
      latitude: hasPosition ? values.latitude : String(outcode?.latitude ?? ''),
      longitude: hasPosition ? values.longitude : String(outcode?.longitude ?? ''),
      list_status: '',
    },
  };
}

const hasMoved = ({ row, siteId, isNew, asOf, context }: Given): boolean => {
  if (isNew) return false;
  const parent = validOn(context.parents.get(siteId) ?? [], asOf);
  return context.trusts.get(parent?.organisationId ?? '')?.odsCode !== row.values.trust_code;
};

function trustProblems({ row, siteId, asOf, context }: Given, moved: boolean): LineProblem[] {
  const { values, line, trustSince } = row;
  const problem = (code: string, field: string, message: string, mend: string): LineProblem[] => [
    { line, code, field, message, mend },
  ];
  if (!context.trustByCode.has(values.trust_code) && values.trust_name === '')
    return problem(
      'UNKNOWN_TRUST',
      'trust_code',
      `The trust ${values.trust_code} is not known here.`,
      'Give its name in the column trust_name, or have the operator import the register of trusts first.',
    );
  if (!moved) return [];
  if (trustSince !== '' && trustSince > lastDayOf(asOf))
    return problem(
      'TRUST_AFTER_FRAME',
      'trust_since',
      `${values.trust_code} takes it over on ${trustSince}, after the day of the frame (${asOf}).`,
      'Write the trust that runs it on the day of the frame.',
    );
  const since = trustSince === '' ? firstDayOf(asOf) : trustSince;
  const latest =
    (context.parents.get(siteId) ?? [])
      .map(({ validFrom }) => validFrom ?? '')
      .sort()
      .at(-1) ?? '';
  return latest !== '' && latest >= since
    ? problem(
        'LATER_TRUST_KNOWN',
        'trust_since',
        `A change of trust on ${latest} is known already, and this one would come before it.`,
        `Write the day on which ${values.trust_code} took it over as trust_since, or check trust_code.`,
      )
    : [];
}

function mergerProblems({ row, codes }: Given): LineProblem[] {
  const { merged_into } = row.values;
  return merged_into === '' || codes.has(merged_into)
    ? []
    : [
        {
          line: row.line,
          code: 'UNKNOWN_HOSPITAL',
          field: 'merged_into',
          message: `No hospital of the list or of the tables has the code ${merged_into}.`,
          mend: 'Write the code of a known hospital, or put that hospital on a line of its own.',
        },
      ];
}

function newTrust({ row, context }: Given): SiteWrites['trust'] {
  const { trust_code, trust_name, trust_type } = row.values;
  return context.trustByCode.has(trust_code)
    ? null
    : { code: trust_code, name: trust_name, kind: trust_type === '' ? 'not_known' : trust_type };
}

function newName({ row, siteId, context }: Given): string | null {
  const known = [
    context.sites.get(siteId)?.name ?? '',
    ...(context.aliases.get(siteId) ?? []).map(({ text }) => text),
  ];
  const { name } = row.values;
  return normaliseName(name).length === 0 || known.some((other) => isSameName(other, name)) ? null : name;
}

const isSameName = (a: string, b: string): boolean =>
  normaliseName(a).join(' ') === normaliseName(b).join(' ');

/** A day as itself, a month as its first day. */
const firstDayOf = (asOf: string): string => (asOf.length === 7 ? `${asOf}-01` : asOf);
