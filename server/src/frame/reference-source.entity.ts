import { Entity } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../database/columns.js';

/** Where data came from before it was compiled. */
export interface SourceOrigin {
  readonly what: string;
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
}

/** Where a set of reference rows comes from: bundled with the product (`hospitals`), or imported (`import:…`). */
@Entity({ name: 'reference_source' })
export class ReferenceSource {
  @IdColumn('reference_source', 64) id: string;
  @TextColumn('file', 200) file: string;
  @TextColumn('title', 200) title: string;
  @TextColumn('vintage', 200) vintage: string;
  @TextColumn('licence', 200) licence: string;
  /** The words that must be shown beside the data. */
  @LongTextColumn('attribution') attribution: string;
  @IntegerColumn('row_count') rowCount: number;
  /** What is missing and what is doubtful. */
  @LongTextColumn('note') note: string;
  @JsonColumn('origins') origins: readonly SourceOrigin[];
  /** Of the bytes that were loaded. */
  @TextColumn('sha256', 64) sha256: string;
  @InstantColumn('loaded_at') loadedAt: string;
}
