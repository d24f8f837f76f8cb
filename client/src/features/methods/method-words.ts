/** What the boundaries on the map are made of, and what they must not be used for. */
export const AREA_SOURCE =
  'Boundaries are generalised to about 200 m: good for a map of England, not for deciding on which side of a border an address lies. NHS regions are those in force from April 2019, integrated care boards those of July 2022, CCGs those of April 2018.';
