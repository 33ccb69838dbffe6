package be.vlaanderen.loopbaankrediet.providerregistry.diplomas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.providerregistry.diplomas.DiplomaFile.LineError;
import be.vlaanderen.loopbaankrediet.providerregistry.diplomas.ListedDiplomas.ListedDiploma;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiplomaFileTest {

    private static final ListedDiploma LAW =
            new ListedDiploma("MA-LAW", LocalDate.of(2027, 1, 1), null, "MB-1", "Master in de rechten");

    @Test
    void a_new_line_is_added_and_a_known_one_stays_or_ends() {
        DiplomaFile read = read("""
                MA-LAW,2027-01-01,2027-12-31,Master in de rechten
                MA-ECONOMICS,2028-01-01,,Master in de economie, en in de handel
                """);
        assertEquals(List.of(), read.errors());
        assertEquals(2, read.lines());
        assertEquals(
                List.of("Master in de economie, en in de handel"),
                read.added().stream().map(ListedDiploma::name).toList());
        assertEquals(
                List.of(LocalDate.of(2027, 12, 31)),
                read.ended().stream().map(ListedDiploma::to).toList());
        assertEquals(1, read("MA-LAW,2027-01-01,,Master in de rechten\n").unchanged());
    }

    @Test
    void a_diploma_comes_back_only_after_its_last_day() {
        assertEquals(List.of(), read("""
                MA-LAW,2027-01-01,2027-12-31,Master in de rechten
                MA-LAW,2028-01-01,,Master in de rechten
                """).errors());
        assertEquals(
                1, read("MA-LAW,2028-01-01,,Master in de rechten\n").errors().size());
    }

    @Test
    void each_line_that_is_wrong_is_named() {
        DiplomaFile read = read("""
                ma-law,2027-01-01,,Master
                MA-X,2027-02-30,,Master
                MA-X,2027-01-01,2026-01-01,Master
                MA-X,2027-01-01
                MA-X,2027-01-01,,
                MA-X,2027-01-01,,<script>
                MA-LAW,2027-01-01,,Een andere naam
                MA-OK,2027-01-01,,Master
                MA-OK,2027-01-01,,Master
                """);
        assertEquals(
                List.of(2, 3, 4, 5, 6, 7, 8, 10),
                read.errors().stream().map(LineError::line).toList());
    }

    @Test
    void a_file_without_header_without_lines_or_with_too_many_is_refused() {
        assertEquals(
                1, DiplomaFile.read("", "MB-2", List.of()).errors().getFirst().line());
        assertEquals(1, read("").errors().size());
        String many = "MA-X,2027-01-01,,Master\n".repeat(DiplomaFile.MOST_LINES + 5);
        assertTrue(read(many).errors().getFirst().detail().contains("2000"));
        assertEquals(
                List.of(),
                DiplomaFile.read("\uFEFFcode,from,to,name\r\nMA-X,2027-01-01,,Master\r\n", "MB-2", List.of())
                        .errors());
    }

    private static DiplomaFile read(String lines) {
        return DiplomaFile.read("code,from,to,name\n" + lines, "MB-2", List.of(LAW));
    }
}
