/** What a unit of the text is (GUIDE, "kind"). */
export const KINDS = ['commitment', 'support', 'position', 'record'] as const;
export type Kind = (typeof KINDS)[number];

/** The ladder of strength, weakest first (GUIDE, "strength"). */
export const STRENGTHS = ['support', 'study', 'promote', 'implement', 'deliver'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What the object of an action is about (GUIDE, "sector"). */
export const SECTORS = [
  'politics-party',
  'diplomacy',
  'legislature',
  'defence',
  'public-security',
  'justice',
  'transport',
  'investment',
  'trade-customs',
  'border-gates',
  'finance',
  'energy-minerals',
  'agriculture-fisheries',
  'environment-water',
  'science-technology',
  'digital-ai',
  'culture-media',
  'tourism',
  'education',
  'labour',
  'health',
  'people-to-people',
  'local-cooperation',
  'multilateral',
  'maritime',
  'land-border',
  'disaster-rescue',
  'follow-up',
  'other',
] as const;
export type Sector = (typeof SECTORS)[number];

/** What a work is. */
export const WORK_TYPES = [
  'joint-statement',
  'communique',
  'directive',
  'plan',
  'minutes',
  'interview',
  'article',
  'other',
] as const;
export type WorkType = (typeof WORK_TYPES)[number];

/** What the registers of a relation hold, beside its commitments. */
export const ENTITY_KINDS = ['body', 'mechanism', 'instrument', 'gate', 'place'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];
/**
 * How a unit goes on in a later or more local work. `fulfilled`: the later text reports it done, or uses as existing
 * what the earlier one undertook to create; `reported`: it tells how far that is, without its being done; `localised`: a national unit taken up by a province or a party document;
 * `new-form`: the same concern in another shape of action.
 */
export const RELATIONS = [
  'continued',
  'strengthened',
  'weakened',
  'broadened',
  'narrowed',
  'fulfilled',
  'reported',
  'localised',
  'new-form',
] as const;
export type Relation = (typeof RELATIONS)[number];
