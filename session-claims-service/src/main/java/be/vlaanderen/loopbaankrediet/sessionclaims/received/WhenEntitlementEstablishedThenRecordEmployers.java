package be.vlaanderen.loopbaankrediet.sessionclaims.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.Citizen;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.CitizenEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.CitizenEvent.EmployersRecorded;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MR 4.8: only with the employers of a citizen can it be seen that several of one employer go to one counsellor. */
@Singleton
public class WhenEntitlementEstablishedThenRecordEmployers implements MessageHandler {

    /** @param employers absent when there are none, or in messages from before they were told */
    record EntitlementEstablished(UUID citizen, @Nullable List<UUID> employers, Instant establishedAt) {}

    private final AggregateStore<Citizen, CitizenEvent> citizens;

    @Inject
    public WhenEntitlementEstablishedThenRecordEmployers(AggregateStore<Citizen, CitizenEvent> citizens) {
        this.citizens = citizens;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.eligibility";
    }

    @Override
    public String type() {
        return "EntitlementEstablished.v1";
    }

    @Override
    public void on(Message message) {
        EmployersRecorded said = read(message);
        var unused = citizens.handle(Citizen.stream(said.wallet()), known -> known.record(said))
                .orThrow();
    }

    static EmployersRecorded read(Message message) {
        EntitlementEstablished told = message.as(EntitlementEstablished.class);
        return new EmployersRecorded(
                told.citizen(), // the wallet of a citizen has the same pseudonym
                told.employers() == null ? List.of() : List.copyOf(told.employers()),
                told.establishedAt());
    }
}
