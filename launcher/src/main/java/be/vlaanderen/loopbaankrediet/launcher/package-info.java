/**
 * Starts the whole platform on one machine: PostgreSQL and Kafka from their real binaries, the five services and the outside world as
 * processes, and one story told through them. For development and tests only; it knows the services by their addresses alone.
 */
package be.vlaanderen.loopbaankrediet.launcher;
