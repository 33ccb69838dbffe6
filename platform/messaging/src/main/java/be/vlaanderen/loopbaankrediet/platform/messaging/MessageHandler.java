package be.vlaanderen.loopbaankrediet.platform.messaging;

/**
 * Takes in one type of message of another service. Runs in the transaction that also notes the message's id, so its effect happens once;
 * it may run again when that transaction is rolled back.
 */
public interface MessageHandler {

    /** For example {@code loopbaankrediet.wallet}. */
    String topic();

    /** For example {@code BlockBooked.v1}. */
    String type();

    /** @throws NotYet when the cause of this message has not arrived; it is tried again */
    void on(Message message) throws Exception;
}
