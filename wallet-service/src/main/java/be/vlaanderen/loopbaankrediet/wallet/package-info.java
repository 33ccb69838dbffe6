/**
 * The wallet of a citizen: hours granted, reserved and used, the bookings of blocks, and the co-payment of each. Promises that hours reserved
 * and used never exceed the hours granted, and that a block is used, lapsed or cancelled once.
 */
package be.vlaanderen.loopbaankrediet.wallet;
