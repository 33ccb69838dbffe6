/**
 * What a browser talks to: three front ends, the login that keeps their tokens out of the browser's reach, and the way to the public APIs.
 * Decides nothing and keeps nothing.
 */
@org.jspecify.annotations.NullMarked
package be.vlaanderen.loopbaankrediet.frontends;
