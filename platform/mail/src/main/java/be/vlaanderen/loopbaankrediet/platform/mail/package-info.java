/** Letters to people outside, for the services that write them. */
package be.vlaanderen.loopbaankrediet.platform.mail;
