import type { z } from 'zod';
import type { countryCalendarSchema } from './calendar-schema.ts';
import type { cardSchema } from './card-schema.ts';
import type {
  bodySchema,
  formsSchema,
  gateSchema,
  instrumentSchema,
  mechanismSchema,
  placeSchema,
  profileSchema,
} from './profile-schema.ts';

export type Forms = z.infer<typeof formsSchema>;
export type Body = z.infer<typeof bodySchema>;
export type Place = z.infer<typeof placeSchema>;
export type Gate = z.infer<typeof gateSchema>;
export type Mechanism = z.infer<typeof mechanismSchema>;
export type Instrument = z.infer<typeof instrumentSchema>;
export type Profile = z.infer<typeof profileSchema>;
/** Data as it is written in `profiles/<relation>/calendar.json`; what is left out has its usual value. */
export type CountryCalendar = z.input<typeof countryCalendarSchema>;
/** A mechanism as it is written in `profiles/<relation>/cards.json`. */
export type MechanismCard = z.infer<typeof cardSchema>;
