export { deliverWebhooks } from './deliver.ts';
export { type Fetched, fetchOutside } from './fetch-outside.ts';
export { assertTellable } from './outside.ts';
export {
  addWebhook,
  type DeliveryView,
  listWebhooks,
  type NewWebhook,
  resendDelivery,
  stopWebhook,
  type WebhookView,
} from './subscriptions.ts';
