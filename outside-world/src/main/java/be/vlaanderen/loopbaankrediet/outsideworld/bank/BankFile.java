package be.vlaanderen.loopbaankrediet.outsideworld.bank;

/**
 * A file that the bank has put ready.
 *
 * @param number grows by one with each file
 * @param type {@code pain.002} or {@code camt.054}
 */
public record BankFile(long number, String type, String xml) {}
