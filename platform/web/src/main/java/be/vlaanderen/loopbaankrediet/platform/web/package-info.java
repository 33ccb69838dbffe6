/** What every HTTP edge of a service shares: problem documents, repeatable POSTs, who calls, and the clock. */
package be.vlaanderen.loopbaankrediet.platform.web;
