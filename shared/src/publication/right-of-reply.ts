import type { NamingRefusal } from '../cleaning/with-refusals.js';
import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';

/** How long hospitals have to reply unless the lead says otherwise, in days. */
export const DEFAULT_REPLY_DAYS = 14;
const MOST_REPLY_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * What can happen in a right of reply: a hospital's row was put together to be shown (`offered`), its link was opened
 * first, it said that all is right or that something is wrong, or it said what may be named (`naming`).
 */
export const REPLY_EVENT_KINDS = ['offered', 'opened', 'right', 'wrong', 'naming'] as const;
export type ReplyEventKind = (typeof REPLY_EVENT_KINDS)[number];

/** One thing that happened, as it is kept for good. */
export interface ReplyEvent {
  readonly number: number;
  readonly kind: ReplyEventKind;
  readonly odsCode: string;
  /** The link by which it happened; '' for `offered`. */
  readonly linkId: string;
  readonly at: string;
  /** SHA-256 of exactly what the hospital had before it. */
  readonly shownSha256: string;
  /** Only `naming`: what the hospital refuses from then on, by this link. */
  readonly refusesScore: boolean;
  readonly refusesQuotations: boolean;
}

/** A right of reply: from when to when, and whether a final release ended it. Times are ISO 8601 UTC. */
export interface ReplyPeriod {
  readonly openedAt: string;
  readonly endsAt: string;
  /** null = nothing ended it before its time. */
  readonly closedAt: string | null;
}

/** The last moment to reply: the end of the n-th day after the one on which it was opened. */
export function replyEnd(openedAt: string, days: number): Result<string, Problem> {
  if (!Number.isInteger(days) || days < 1 || days > MOST_REPLY_DAYS)
    return refuse({
      code: 'BAD_REPLY_DAYS',
      field: 'days',
      message: 'Hospitals get from 1 to 90 whole days to reply.',
      mend: 'Choose a number of days; 14 is usual.',
    });
  const last = new Date(Date.parse(openedAt) + days * DAY_MS).toISOString().slice(0, 10);
  return accept(`${last}T23:59:59.999Z`);
}

/** Whether hospitals can reply now. */
export const isRunning = ({ endsAt, closedAt }: ReplyPeriod, now: string): boolean =>
  closedAt === null && now <= endsAt;

/** Where one hospital stands in a right of reply. */
export interface ReplyStanding {
  readonly odsCode: string;
  readonly offeredAt: string;
  /** When one of its links was opened first; '' = never. A scanner of mail counts: nobody can tell it apart. */
  readonly openedAt: string;
  /** What it said last on whether all is right; '' = nothing. */
  readonly said: 'right' | 'wrong' | '';
  readonly saidAt: string;
  readonly refusal: NamingRefusal;
  /** SHA-256 of what it had before it last. */
  readonly shownSha256: string;
}

/** Where each hospital stands, in the order of their codes. Events of one period, in the order of their numbers. */
export function replyStandings(events: readonly ReplyEvent[]): readonly ReplyStanding[] {
  const refusals = refusalsOf(events);
  const standings = new Map<string, ReplyStanding>();
  for (const { kind, odsCode, at, shownSha256 } of events) {
    const before = standings.get(odsCode) ?? {
      odsCode,
      offeredAt: at,
      openedAt: '',
      said: '' as const,
      saidAt: '',
      refusal: refusals.get(odsCode) ?? NOTHING_REFUSED,
      shownSha256,
    };
    standings.set(odsCode, {
      ...before,
      shownSha256,
      ...(kind === 'opened' && before.openedAt === '' && { openedAt: at }),
      ...((kind === 'right' || kind === 'wrong') && { said: kind, saidAt: at }),
    });
  }
  return [...standings.values()].sort((a, b) => (a.odsCode < b.odsCode ? -1 : 1));
}

const NOTHING_REFUSED: NamingRefusal = { score: false, quotations: false };

/**
 * What hospitals refuse: by each link the last choice holds, and of several links of a hospital the strictest, so that
 * nobody takes a colleague's refusal back. Events of any number of periods, in order.
 */
export function refusalsOf(
  events: readonly Pick<ReplyEvent, 'kind' | 'odsCode' | 'linkId' | 'refusesScore' | 'refusesQuotations'>[],
): ReadonlyMap<string, NamingRefusal> {
  const byLink = new Map<string, { readonly odsCode: string } & NamingRefusal>();
  for (const { kind, odsCode, linkId, refusesScore, refusesQuotations } of events)
    if (kind === 'naming')
      byLink.set(linkId, { odsCode, score: refusesScore, quotations: refusesQuotations });
  const refusals = new Map<string, NamingRefusal>();
  for (const { odsCode, score, quotations } of byLink.values()) {
    const before = refusals.get(odsCode) ?? NOTHING_REFUSED;
    refusals.set(odsCode, {
      score: before.score || score,
      quotations: before.quotations || quotations,
    });
  }
  return refusals;
}

/** What a release says of its right of reply: numbers of hospitals, never which. */
export interface ReleasedReply {
  /** null = hospitals were not asked before this release. */
  readonly openedAt: string | null;
  readonly endsAt: string | null;
  /** Hospitals whose row was put together to be shown to them. */
  readonly offered: number;
  readonly opened: number;
  readonly right: number;
  readonly wrong: number;
  readonly scoresRefused: number;
  readonly quotationsRefused: number;
  /** Offered hospitals whose row stands in the release exactly as they had it before them last. */
  readonly asShown: number;
  /** Why it was released although the time to reply ran, was not given, or an objection was open; '' = none of these. */
  readonly despite: string;
}

/** Counts a right of reply for a release. `shownNow` = SHA-256 of what each hospital's row is in it. */
export function countReplies(
  period: ReplyPeriod | null,
  standings: readonly ReplyStanding[],
  shownNow: ReadonlyMap<string, string>,
  despite: string,
): ReleasedReply {
  const count = (fits: (standing: ReplyStanding) => boolean): number => standings.filter(fits).length;
  return {
    openedAt: period?.openedAt ?? null,
    endsAt: period?.endsAt ?? null,
    offered: standings.length,
    opened: count(({ openedAt }) => openedAt !== ''),
    right: count(({ said }) => said === 'right'),
    wrong: count(({ said }) => said === 'wrong'),
    scoresRefused: count(({ refusal }) => refusal.score),
    quotationsRefused: count(({ refusal }) => refusal.quotations),
    asShown: count(({ odsCode, shownSha256 }) => shownNow.get(odsCode) === shownSha256),
    despite,
  };
}
