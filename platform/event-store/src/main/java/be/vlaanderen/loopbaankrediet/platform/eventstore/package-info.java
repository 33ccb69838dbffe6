/**
 * The thin shell around pure decisions: an Axon event storage engine on PostgreSQL, aggregates loaded from it, views written with it,
 * and tracking processors that follow it. Knows no word of the domain.
 */
package be.vlaanderen.loopbaankrediet.platform.eventstore;
