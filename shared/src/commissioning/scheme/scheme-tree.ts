import type { ReportNode, ReportTree } from '../../publication/report/report-tree.js';
import { heading, paragraph, table } from '../briefing/briefing-nodes.js';
import { READINESS_LISTS } from '../readiness-lists.js';
import { readReadinessState, summariseReadiness } from '../readiness.js';
import { toReadinessWords } from '../readiness-words.js';
import { valueWords } from './scheme-file.js';
import { SCHEME_FIELDS, SCHEME_GROUPS, type SchemeContent, type SchemeGroup } from './scheme-fields.js';

const GROUPS = (Object.keys(SCHEME_GROUPS) as SchemeGroup[]).filter((group) => group !== 'readiness');

/** A whole scheme as a document for those who may read it. What nobody entered is counted, never called "none". */
export function schemeTree(
  area: string,
  version: number,
  fields: SchemeContent,
  changedAt: string,
): ReportTree {
  return {
    schema: 'liaison-atlas/report/1',
    lang: 'en-GB',
    title: `Scheme: ${fields['title'] ?? area}`,
    notice: '',
    about: [
      `Area: ${area}. Version ${version}, changed ${changedAt.slice(0, 10)}.`,
      'Private: for those to whom its owner has shown it. Nothing in it comes from the survey.',
    ],
    date: changedAt,
    nodes: [
      ...READINESS_LISTS.flatMap((list) => readinessPart(list, fields)),
      ...GROUPS.flatMap((group) => groupPart(group, fields)),
    ],
  };
}

function readinessPart(list: (typeof READINESS_LISTS)[number], fields: SchemeContent): readonly ReportNode[] {
  const summary = summariseReadiness(list, (key) => readReadinessState(fields[key] ?? null));
  return [
    heading(`list-${list.id}`, list.title),
    paragraph(toReadinessWords(summary)),
    table(
      list.title,
      ['Item', 'State', 'Owner', 'Review by', 'Evidence'],
      list.items.map(({ key, text }) => [
        text,
        valueWords(key, fields[key]),
        ...['owner', 'review', 'evidence'].map((part) => fields[`${key}.${part}`] ?? '–'),
      ]),
    ),
  ];
}

function groupPart(group: SchemeGroup, fields: SchemeContent): readonly ReportNode[] {
  const all = SCHEME_FIELDS.filter((one) => one.group === group);
  const given = all.filter(({ key }) => fields[key] !== undefined);
  const title = heading(`group-${group}`, SCHEME_GROUPS[group]);
  const left = all.length - given.length;
  const rest = paragraph(
    group === 'estimates'
      ? `${left} of ${all.length} inputs are left at the published value, or not known where there is none.`
      : `Not known: ${left} of ${all.length}.`,
  );
  if (given.length === 0) return [title, rest];
  return [
    title,
    table(
      SCHEME_GROUPS[group],
      ['What', 'Entered'],
      given.map(({ key, under, label }) => [
        group === 'estimates' ? `${under}: ${label}` : label,
        valueWords(key, fields[key]),
      ]),
    ),
    rest,
  ];
}
