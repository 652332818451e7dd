import file from './data/retention.json' with { type: 'json' };

/** Days that files of the exchange are kept: those no message has named, and those whose messages have all arrived. */
export const RETENTION: { readonly withoutMessage: number; readonly afterDelivery: number } = file;
