import type { RespondPageModel } from '@liaison-atlas/shared/fieldwork/respond-page';

const REPLY = {
  kind: 'reply',
  roundTitle: 'Demo round',
  synthetic: true,
  action: '/reply/t0ken',
  endsAt: '2026-12-06T23:59:59.999Z',
  shown: {
    hospitalName: 'DEMO Synthetic hospital',
    label: 'IAPT in-reach, partly integrated',
    marker: 'Integration as judged by the liaison team, 1 respondent.',
    score: 60,
    otherProvision: 'not_known',
    quotations: ['They come to the [service] round.'],
  },
  said: '',
  refusesScore: false,
  refusesQuotations: false,
} as const;

/** The page of a right of reply as it can stand, by what a test calls it. For tests only. */
export const REPLY_PAGES: readonly [string, RespondPageModel][] = [
  ['right of reply', REPLY],
  [
    'right of reply, said and refused',
    { ...REPLY, said: 'right', refusesScore: true, refusesQuotations: true },
  ],
  [
    'right of reply, nothing named',
    { ...REPLY, said: 'wrong', shown: { ...REPLY.shown, marker: '', score: null, quotations: [] } },
  ],
  [
    'right of reply without words (error)',
    { ...REPLY, attempt: { words: '', problem: 'Write what is wrong.' } },
  ],
];
