package be.vlaanderen.loopbaankrediet.sessionclaims.citizen;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.sessionclaims.citizen.Citizen.AGGREGATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.CitizenEvent.EmployersRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** D-50: the employers of the day of the request. */
class CitizenTest {

    private static final UUID WALLET = UUID.fromString("6f6a0a5e-6d3c-4a57-8f58-8a4f3b8a0001");
    private static final UUID ONE = UUID.fromString("0b9d2f64-3c1e-4f7a-9a55-2d6e8c1f7a01");
    private static final UUID OTHER = UUID.fromString("0b9d2f64-3c1e-4f7a-9a55-2d6e8c1f7a02");

    @Test
    void the_employers_of_a_citizen_are_recorded_once_in_whatever_order_they_are_told() {
        given(AGGREGATE).when(it -> it.record(said(ONE, OTHER))).then(said(ONE, OTHER));
        given(AGGREGATE, said(ONE, OTHER))
                .when(it -> it.record(said(OTHER, ONE)))
                .thenNothing();
        assertEquals(
                Set.of(ONE, OTHER), given(AGGREGATE, said(ONE, OTHER)).state().employers());
    }

    @Test
    void of_who_has_no_employer_nothing_is_recorded() {
        given(AGGREGATE).when(it -> it.record(said())).thenNothing();
    }

    private static EmployersRecorded said(UUID... employers) {
        return new EmployersRecorded(WALLET, List.of(employers), Instant.parse("2027-01-04T09:00:00Z"));
    }
}
