/** A real PostgreSQL and a real Kafka broker without a container engine: for tests and for the development platform. */
package be.vlaanderen.loopbaankrediet.platform.embedded;
