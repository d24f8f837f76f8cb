/** Injection token of the bucket; null = there is none. */
export const BUCKET = Symbol('bucket');

/** Whether a bucket answered when it was last asked. */
export type BucketState = 'answering' | 'away';

/** What is put into a bucket, with what anybody who reads it from there is told. */
export interface BucketObject {
  readonly body: Buffer;
  readonly contentType: string;
  /** Under which a browser saves it; '' = it is shown in place. */
  readonly fileName: string;
  readonly cacheControl: string;
}

/** The bucket cannot be reached, or refuses us: nothing is known of what lies in it. */
export class BucketAway extends Error {
  /** @param why name and status of what came back; never its text, which may repeat a key */
  constructor(why: string) {
    super(`the bucket does not answer: ${why}`);
    this.name = 'BucketAway';
  }
}

/** Where files lie that are written once, never changed, and read by anybody. */
export interface Bucket {
  /** Endpoint, bucket and prefix, for people. */
  readonly place: string;
  readonly state: BucketState;

  /** Whether it can be asked now; asks it unless it has answered just before. */
  answers(): Promise<boolean>;

  /**
   * Writes what is not there yet and reads it back. Nothing that is there is ever replaced.
   * @returns whether these very bytes are there now; `other` = something else lies there @throws BucketAway
   */
  putOnce(key: string, object: BucketObject): Promise<'same' | 'other'>;

  /** What lies there: its bytes, or so much of them that they are more than `bytes`; null = nothing. @throws BucketAway */
  get(key: string, bytes: number): Promise<Buffer | null>;

  /** Sizes of everything whose key begins like this, by key. @throws BucketAway */
  sizes(beginning: string): Promise<ReadonlyMap<string, number>>;

  /** Takes objects out; what is not there is fine. @throws BucketAway */
  remove(keys: readonly string[]): Promise<void>;
}
