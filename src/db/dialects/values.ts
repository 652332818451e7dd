/** Object ids of the types whose values both drivers read alike: dates and instants as ISO text, counts as numbers. */
export const DATE = 1082;
export const TIMESTAMPTZ = 1184;
export const INT8 = 20;
