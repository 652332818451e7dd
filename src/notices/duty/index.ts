export * from './post.ts';
export * from './roster.ts';
