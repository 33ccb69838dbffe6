package be.vlaanderen.loopbaankrediet.platform.messaging;

/** A message or policy came before what it builds on; it waits with the dead letters and is tried again soon. */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYet(String what) {
        super(what, null, false, false);
    }
}
