/**
 * Domain events between services: the relay from the event store to Kafka, the follower with its inbox, policies, and one place for what
 * could not be handled yet.
 */
package be.vlaanderen.loopbaankrediet.platform.messaging;
