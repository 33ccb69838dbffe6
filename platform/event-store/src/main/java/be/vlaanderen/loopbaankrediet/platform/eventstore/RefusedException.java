package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.Map;

/** Carries a refusal to the edge of the service, where it becomes a problem document. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;
    private final transient Map<String, Object> data;

    public RefusedException(Refusal reason, Map<String, Object> data) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.data = data;
    }

    public RefusedException(Refusal reason) {
        this(reason, Map.of());
    }

    public Refusal reason() {
        return reason;
    }

    public Map<String, Object> data() {
        return data;
    }
}
