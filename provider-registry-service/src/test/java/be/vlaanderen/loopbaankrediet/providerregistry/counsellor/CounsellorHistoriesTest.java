package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.register.OpenDossier;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.register.ShowProofs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever the order in which proofs come. */
class CounsellorHistoriesTest {

    private static final UUID ID = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");

    @Property(tries = 300)
    void a_counsellor_is_registered_exactly_once_and_exactly_when_nothing_is_missing(
            @ForAll Set<Proof> first, @ForAll @Size(max = 6) List<Set<Proof>> later, @ForAll boolean pioneer) {
        LocalDate activeSince = pioneer ? LocalDate.of(2020, 1, 1) : null;
        List<CounsellorEvent> history = new ArrayList<>(
                events(OpenDossier.decide(Counsellor.EMPTY, new OpenDossier(ID, activeSince, first, true, TODAY, AT))));
        for (Set<Proof> shown : later) {
            history.addAll(events(
                    ShowProofs.decide(Counsellor.AGGREGATE.replay(history), new ShowProofs(ID, shown, TODAY, AT))));
        }
        Counsellor counsellor = Counsellor.AGGREGATE.replay(history);
        long registrations =
                history.stream().filter(CounsellorRegistered.class::isInstance).count();
        assertTrue(registrations <= 1);
        assertEquals(registrations == 1, counsellor.missing().isEmpty());
    }

    private static List<CounsellorEvent> events(Decision<CounsellorEvent> decision) {
        return ((Decision.Events<CounsellorEvent>) decision).events();
    }
}
