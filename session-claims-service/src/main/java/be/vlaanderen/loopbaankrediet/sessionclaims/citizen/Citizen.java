package be.vlaanderen.loopbaankrediet.sessionclaims.citizen;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.CitizenEvent.EmployersRecorded;
import java.util.Set;
import java.util.UUID;

/** For whom a citizen worked on the day of the request (D-50); pseudonyms, only to see that several have the same one (MR 4.8). */
public record Citizen(Set<UUID> employers) {

    public static final Citizen EMPTY = new Citizen(Set.of());
    public static final Aggregate<Citizen, CitizenEvent> AGGREGATE = new Aggregate<>("Citizen", EMPTY, Citizen::evolve);

    public static String stream(UUID wallet) {
        return "citizen-" + wallet;
    }

    public Decision<CitizenEvent> record(EmployersRecorded said) {
        return employers.equals(Set.copyOf(said.employers())) ? Decision.nothing() : Decision.of(said);
    }

    private Citizen evolve(CitizenEvent event) {
        return switch (event) {
            case EmployersRecorded recorded -> new Citizen(Set.copyOf(recorded.employers()));
        };
    }
}
