/** Colours of the map itself; the marks' colours come from the ladder. */
export const MAP_COLOURS = {
  sea: '#ffffff',
  land: '#f0f4f5',
  /** Boundaries reach 3:1 on every class colour and on the land. */
  boundary: '#4c6272',
  text: '#212b32',
  cluster: '#003087',
  synthetic: '#7c2855',
  catchment: '#005eb8',
} as const;

/** Five classes from light to dark (ColorBrewer YlGnBu); the light ones lean on the boundary line for contrast. */
export const CLASS_COLOURS = ['#ffffcc', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494'] as const;

/** Upper limits of the classes as proportions; the last class is open to 1. */
export const CLASS_LIMITS = [0.05, 0.1, 0.25, 0.5] as const;

/** Which class a proportion from 0 to 1 falls in: 0 for the lightest. A limit belongs to the class above it. */
export const classOf = (proportion: number): number =>
  CLASS_LIMITS.filter((limit) => proportion >= limit).length;
