export { deliverWebhooks } from './deliver.ts';
export {
  addWebhook,
  type DeliveryView,
  listWebhooks,
  type NewWebhook,
  resendDelivery,
  stopWebhook,
  type WebhookView,
} from './subscriptions.ts';
