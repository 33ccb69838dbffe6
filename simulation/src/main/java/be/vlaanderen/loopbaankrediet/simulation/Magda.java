package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MAGDA: who worked since when, and what they studied; now and then it says nothing. */
final class Magda {

    private record Person(LocalDate worksSince, @Nullable EducationLevel education, int chequesUsed) {}

    private final World world;
    private final Map<UUID, Person> people = new HashMap<>();

    Magda(World world) {
        this.world = world;
    }

    void knows(UUID citizen, LocalDate worksSince, @Nullable EducationLevel education, int chequesUsed) {
        people.put(citizen, new Person(worksSince, education, chequesUsed));
    }

    void lowSkilledAfterAll(UUID citizen) {
        people.computeIfPresent(
                citizen, (id, before) -> new Person(before.worksSince(), EducationLevel.LOW, before.chequesUsed()));
    }

    void usedChequeAfterAll(UUID citizen) {
        people.computeIfPresent(
                citizen, (id, before) -> new Person(before.worksSince(), before.education(), before.chequesUsed() + 1));
    }

    Facts facts(UUID citizen) {
        if (world.happens(Fault.MAGDA_SILENT, 25)) {
            throw new Silent("MAGDA");
        }
        Person person = people.getOrDefault(citizen, new Person(LocalDate.of(2026, 1, 1), null, 0));
        return new Facts(
                Region.FLANDERS,
                true,
                person.education(),
                null,
                person.chequesUsed(),
                false,
                List.of(new Period(PeriodKind.EMPLOYEE, person.worksSince(), null, false)));
    }
}
