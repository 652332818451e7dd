export * from './expiry.ts';
export * from './quota.ts';
