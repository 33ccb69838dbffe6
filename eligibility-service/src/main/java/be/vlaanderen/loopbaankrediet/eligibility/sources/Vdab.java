package be.vlaanderen.loopbaankrediet.eligibility.sources;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What VDAB knows of the earlier schemes: used cheques, and outplacement. */
@Singleton
class Vdab {

    /** @param to absent when it runs on */
    private record Guided(LocalDate from, @Nullable LocalDate to) {}

    private final VdabFile<Integer> usedCheques;
    private final VdabFile<List<Guided>> outplacement;

    @Inject
    Vdab(Outside outside, @ConfigProperty(name = "vdab.url") URI base) {
        String root = base.toString().replaceAll("/+$", "") + "/vdab/";
        usedCheques = new VdabFile<>(
                Source.USED_CHEQUES, outside, URI.create(root + "used-cheques.csv"), "ssin,usedOn", Vdab::cheque);
        outplacement = new VdabFile<>(
                Source.OUTPLACEMENT, outside, URI.create(root + "outplacement.csv"), "ssin,from,to", Vdab::guided);
    }

    int chequesUsed(Ssin ssin) throws SourceSilent {
        return usedCheques.newest().getOrDefault(ssin.number(), 0);
    }

    boolean outplacement(Ssin ssin, LocalDate on) throws SourceSilent {
        return outplacement.newest().getOrDefault(ssin.number(), List.of()).stream()
                .anyMatch(guided -> !on.isBefore(guided.from()) && (guided.to() == null || !on.isAfter(guided.to())));
    }

    private static boolean cheque(Map<Long, Integer> kept, String[] fields) {
        Optional<Long> person = person(fields, 2);
        if (person.isEmpty() || day(fields[1]).isEmpty()) {
            return false;
        }
        kept.merge(person.get(), 1, Integer::sum);
        return true;
    }

    private static boolean guided(Map<Long, List<Guided>> kept, String[] fields) {
        Optional<Long> person = person(fields, 3);
        Optional<LocalDate> from = person.flatMap(known -> day(fields[1]));
        if (person.isEmpty() || from.isEmpty()) {
            return false;
        }
        Optional<LocalDate> to = day(fields[2]);
        if (to.isEmpty() && !fields[2].isBlank()) {
            return false;
        }
        List<Guided> one = List.of(new Guided(from.get(), to.orElse(null)));
        kept.merge(
                person.get(),
                one,
                (old, more) -> Stream.concat(old.stream(), more.stream()).toList());
        return true;
    }

    private static Optional<Long> person(String[] fields, int columns) {
        return fields.length == columns && fields[0].matches("[0-9]{11}")
                ? Optional.of(Long.valueOf(fields[0]))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
