package be.vlaanderen.loopbaankrediet.providerregistry.diplomas;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ministerial list of diplomas: dated reference data, because a decree can change it (CN 2.3). */
@Singleton
public class ListedDiplomas {

    private static final String FILE = "/listed-diplomas.csv";

    /** @param to last day on the list; null while no decree ended it */
    public record ListedDiploma(
            String code, LocalDate from, @Nullable LocalDate to, String decree, String name) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private final List<ListedDiploma> all = read();

    /** In the order of their codes. */
    public List<ListedDiploma> on(LocalDate day) {
        return all.stream().filter(diploma -> diploma.holdsOn(day)).toList();
    }

    public boolean isListed(@Nullable String code, LocalDate day) {
        return on(day).stream().anyMatch(diploma -> diploma.code().equals(code));
    }

    private static List<ListedDiploma> read() {
        try (InputStream file = ListedDiplomas.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(ListedDiplomas::read)
                    .sorted(Comparator.comparing(ListedDiploma::code).thenComparing(ListedDiploma::from))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ListedDiploma read(String line) {
        String[] cells = line.split(",", 5);
        return new ListedDiploma(
                cells[0],
                LocalDate.parse(cells[1]),
                cells[2].isEmpty() ? null : LocalDate.parse(cells[2]),
                cells[3],
                cells[4]);
    }
}
