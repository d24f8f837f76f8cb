import type { GeoFeature } from '../geo-json.js';
import type { Shape } from './bounding-box.js';
import type { TimeSpan } from './time-span.js';

/** A property by which the features of a collection can be narrowed: `?category=G0`. */
export interface PropertyFilter {
  readonly name: string;
  readonly description: string;
  /** An example for the description of the interface. */
  readonly example: string;
}

/** What a collection says of itself before anything is read of it. */
export interface CollectionHead {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Whether its features are those of a released round, which `round` chooses. */
  readonly ofRound: boolean;
  readonly filters: readonly PropertyFilter[];
}

export type OpenFeature = GeoFeature<Shape, Readonly<Record<string, unknown>>>;

/** The features of a collection as they stand now. */
export interface FeatureSet {
  /** Whatever it was made from; another value means other features. */
  readonly version: string;
  /** Members that stand beside the features and say what they are: round, kind, attribution, notes. */
  readonly about: Readonly<Record<string, unknown>> & { readonly attribution: string };
  /** The time that the features describe; null = none that can be compared. */
  readonly time: TimeSpan | null;
  readonly features: readonly OpenFeature[];
}
