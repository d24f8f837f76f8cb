import { Entity } from 'typeorm';

import { IntegerColumn, KeyColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/**
 * Every postcode of one outcode, packed (`shared/src/frame/postcode-block.ts`): an official postcode file as a few
 * thousand rows instead of a million and a half. All rows come from one file; a newer one takes their place.
 */
@Entity({ name: 'postcode_block' })
export class PostcodeBlock {
  @KeyColumn('postcode_block', 'outcode', 4) outcode: string;
  @IntegerColumn('postcodes') postcodes: number;
  @LongTextColumn('packed') packed: string;
  /** Codes of the ICBs and of the CCGs that the packed numbers stand for, parted by spaces. */
  @LongTextColumn('icb_codes') icbCodes: string;
  @LongTextColumn('ccg_codes') ccgCodes: string;
  @TextColumn('source_id', 64) sourceId: string;
}
