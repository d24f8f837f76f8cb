import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import type { RoundPlan } from '@liaison-atlas/shared/fieldwork/round-plan';
import { mayBeginRound } from '@liaison-atlas/shared/instrument/round-use';
import { compareVersionNumbers } from '@liaison-atlas/shared/instrument/version-number';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { FrameService } from '../../frame/frame.service.js';
import { SamplingFrame } from '../../frame/sampling-frame.entity.js';
import { InstrumentService } from '../../instrument/instrument.service.js';

/** A questionnaire that a plan can name. */
export interface PlannableInstrument {
  readonly key: string;
  readonly version: string;
  readonly title: string;
  readonly status: Instrument['status'];
}

/** A frame that a plan can name. */
export interface PlannableFrame {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly status: 'draft' | 'frozen';
}

/** What a plan refers to: questionnaires and frames, and whether a round may be made on them. */
@Injectable()
export class PlanReferences {
  constructor(
    private readonly instruments: InstrumentService,
    private readonly frames: FrameService,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** Every frozen questionnaire, by series, the newest first within each. */
  async listInstruments(): Promise<PlannableInstrument[]> {
    const rows = (await this.instruments.list()).map(({ key, version, status, content }) => ({
      key,
      version,
      title: (JSON.parse(content) as Instrument).title.en,
      status: status as Instrument['status'],
    }));
    return rows.sort(
      (a, b) => Number(a.key > b.key) - Number(a.key < b.key) || compareVersionNumbers(b.version, a.version),
    );
  }

  /** Every frame, those that describe the latest day first. */
  async listFrames(): Promise<PlannableFrame[]> {
    const rows = await this.reader.getRepository(SamplingFrame).find();
    return rows
      .map(({ id, title, asOf, status }) => ({ id, title, asOf, status }))
      .sort(
        (a, b) =>
          Number(a.asOf < b.asOf) - Number(a.asOf > b.asOf) || Number(a.id > b.id) - Number(a.id < b.id),
      );
  }

  /** The newest published version of a series; '' where none is published. */
  async newestPublished(key: string): Promise<string> {
    const found = (await this.listInstruments()).find(
      (each) => each.key === key && each.status === 'published',
    );
    return found?.version ?? '';
  }

  async instrumentStatus({
    instrumentKey,
    instrumentVersion,
  }: Pick<RoundPlan, 'instrumentKey' | 'instrumentVersion'>): Promise<Instrument['status'] | 'none'> {
    const found = (await this.instruments.list()).find(
      ({ key, version }) => key === instrumentKey && version === instrumentVersion,
    );
    return (found?.status as Instrument['status'] | undefined) ?? 'none';
  }

  async frameStatus(frameId: string): Promise<'draft' | 'frozen' | 'none'> {
    const found = (await this.listFrames()).find(({ id }) => id === frameId);
    // Another instance may have frozen it a moment ago: this loads it.
    if (found?.status === 'frozen') await this.frames.getFrozenFrame(frameId);
    return found?.status ?? 'none';
  }

  /** What keeps a plan from naming this questionnaire and this frame; a pilot version will do until the round opens. */
  async check(plan: RoundPlan): Promise<Problem[]> {
    const status = await this.instrumentStatus(plan);
    const frame = await this.frameStatus(plan.frameId);
    return [
      ...(status === 'none' || !mayBeginRound(status, true) ? [instrumentProblem(status)] : []),
      ...(frame === 'frozen' ? [] : [frameProblem(frame)]),
    ];
  }
}

const instrumentProblem = (status: Instrument['status'] | 'none'): Problem => ({
  code: 'INSTRUMENT_NOT_PUBLISHED',
  field: 'instrumentVersion',
  message:
    status === 'retired'
      ? 'This version of the questionnaire is retired: no new round begins with it.'
      : 'There is no published questionnaire of this series and version.',
  mend: 'Choose a published version, or one that is frozen as a pilot for a pilot round. A draft is published on the page of questionnaires.',
});

const frameProblem = (status: 'draft' | 'none'): Problem => ({
  code: status === 'draft' ? 'FRAME_NOT_FROZEN' : 'NO_SUCH_FRAME',
  field: 'frameId',
  message:
    status === 'draft'
      ? 'This frame is not frozen: its hospitals can still change.'
      : 'There is no such frame.',
  mend: 'Choose a frozen frame, or freeze it on its own page first.',
});
