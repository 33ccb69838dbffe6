/** What tests of every service share: given-when-then, real servers, a login, and the checks that hold for all. */
package be.vlaanderen.loopbaankrediet.platform.testkit;
