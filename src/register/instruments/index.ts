export * from './expiry.ts';
export * from './promised.ts';
export * from './quota.ts';
