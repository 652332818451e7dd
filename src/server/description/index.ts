export { clientSource } from './client-source.ts';
export { describeApi, describeRoutes } from './openapi.ts';
