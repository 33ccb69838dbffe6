package be.vlaanderen.loopbaankrediet.payout.received;

import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;

/** One kind of message of another service, read as the record that names only the fields used here. */
abstract class Received<T> implements MessageHandler {

    private final String api;
    private final Class<T> form;

    /** @param form named as the message is */
    Received(String api, Class<T> form) {
        this.api = api;
        this.form = form;
    }

    @Override
    public final String topic() {
        return "loopbaankrediet." + api;
    }

    @Override
    public final String type() {
        return form.getSimpleName() + ".v1";
    }

    @Override
    public final void on(Message message) {
        on(message.as(form));
    }

    abstract void on(T said);
}
