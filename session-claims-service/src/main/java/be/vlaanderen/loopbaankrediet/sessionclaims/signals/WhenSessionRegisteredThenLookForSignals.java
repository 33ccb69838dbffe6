package be.vlaanderen.loopbaankrediet.sessionclaims.signals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Policy;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** MR 4.8: each new session is held against the others of its counsellor. */
@Singleton
public class WhenSessionRegisteredThenLookForSignals implements Policy {

    private final Signals signals;

    @Inject
    public WhenSessionRegisteredThenLookForSignals(Signals signals) {
        this.signals = signals;
    }

    @Override
    public void on(StoredEvent event) {
        if (event.payload() instanceof SessionRegistered registered) {
            signals.look(registered.counsellor(), registered.startedAt());
        }
    }
}
