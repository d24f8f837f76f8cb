import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { CleanedForms } from '@liaison-atlas/shared/cleaning/apply-decisions';
import { commentVariables } from '@liaison-atlas/shared/coding/comment-units';
import { type CountedThemes, countThemes, isCodingFinished } from '@liaison-atlas/shared/coding/count-themes';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import type { Round } from '../fieldwork/round.entity.js';
import { CodedRoundService } from './coded-round.service.js';
import { CodingTask } from './coding-task.entity.js';
import { CommentUnitsService } from './comment-units.service.js';

/** The forms that count: of the live state, or of a freeze. */
export interface CountedForms {
  readonly cleaned: CleanedForms;
  readonly dataset: AnalysisDataset;
}

/** A finished coding in numbers, with the book it was made with. */
export interface ThemeCoding extends CountedThemes {
  readonly codebookId: string;
  readonly codebook: string;
  readonly version: number;
  readonly heldBack: number;
  /** Open questions of the questionnaire. */
  readonly openQuestions: number;
}

/** Counts themes over exactly the comments that a release stands on. Stores nothing, checks no permission: its callers do. */
@Injectable()
export class ThemeCodingService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly coded: CodedRoundService,
    private readonly comments: CommentUnitsService,
  ) {}

  /**
   * The coding as it stands, read under the newest version of its book. Of several codebooks the one with which most
   * comments are coded, then the one that was begun first. null = none is finished.
   */
  async of(round: Round, forms: CountedForms): Promise<ThemeCoding | null> {
    const tasks = await this.reader.getRepository(CodingTask).find({
      where: { roundId: round.id, kind: 'code' },
      order: { assignedAt: 'ASC', id: 'ASC' },
    });
    if (tasks.length === 0) return null;
    const { units, heldBack, instrument } = await this.comments.among(round, forms);
    const openQuestions = commentVariables(instrument).length;
    let best: ThemeCoding | null = null;
    for (const codebookId of new Set(tasks.map((task) => task.codebookId))) {
      const { opened, units: laid } = await this.coded.lay(round.id, codebookId, units);
      const counted = countThemes(opened.current.content, laid);
      const own = tasks.filter((task) => task.codebookId === codebookId);
      if (!isCodingFinished(own, counted) || counted.coded <= (best?.coded ?? 0)) continue;
      const { title, version } = opened.book;
      best = { ...counted, codebookId, codebook: title, version, heldBack, openQuestions };
    }
    return best;
  }
}
