package be.vlaanderen.loopbaankrediet.providerregistry.diplomas;

import be.vlaanderen.loopbaankrediet.providerregistry.diplomas.ListedDiplomas.ListedDiploma;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The list of a decree as a file: {@code code,from,to,name}. A line that stands there already can be ended by a last day, and is otherwise never changed; a new
 * line may not overlap with another one of its code (D-37).
 *
 * @param lines how many were read, without the header
 * @param unchanged how many stand there already
 */
record DiplomaFile(
        int lines, List<ListedDiploma> added, List<ListedDiploma> ended, int unchanged, List<LineError> errors) {

    static final int MOST_LINES = 2000;
    private static final int MOST_ERRORS = 100;
    private static final String HEADER = "code,from,to,name";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,60}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .,:;'’()&/+-]{1,200}");

    /** @param line number in the file, from 1 */
    public record LineError(int line, String detail) {}

    private static final class WrongLine extends Exception {
        private static final long serialVersionUID = 1L;

        WrongLine(String detail) {
            super(detail, null, false, false);
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    static DiplomaFile read(String text, String decree, List<ListedDiploma> known) {
        String[] all = text.replaceFirst("^\\uFEFF", "").split("\\r?\\n", -1);
        if (!all[0].strip().equals(HEADER)) {
            return wrong(1, "De eerste regel moet zijn: " + HEADER);
        }
        if (all.length > MOST_LINES + 2) {
            return wrong(MOST_LINES + 2, "Een lijst heeft hoogstens " + MOST_LINES + " regels.");
        }
        return new Reader(decree, known).read(all);
    }

    private static DiplomaFile wrong(int line, String detail) {
        return new DiplomaFile(0, List.of(), List.of(), 0, List.of(new LineError(line, detail)));
    }

    /** Reads line after line, so that each is compared with those before it. */
    private static final class Reader {
        private final String decree;
        private final Map<String, ListedDiploma> list = new HashMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<ListedDiploma> added = new ArrayList<>();
        private final List<ListedDiploma> ended = new ArrayList<>();
        private final List<LineError> errors = new ArrayList<>();
        private int lines;
        private int unchanged;

        Reader(String decree, List<ListedDiploma> known) {
            this.decree = decree;
            known.forEach(each -> list.put(key(each), each));
        }

        DiplomaFile read(String[] all) {
            for (int i = 1; i < all.length && errors.size() < MOST_ERRORS; i++) {
                if (!all[i].isBlank()) {
                    lines++;
                    try {
                        take(line(all[i]), i + 1);
                    } catch (WrongLine e) {
                        errors.add(new LineError(i + 1, e.detail()));
                    }
                }
            }
            if (lines == 0) {
                errors.add(new LineError(2, "De lijst is leeg."));
            }
            return new DiplomaFile(lines, added, ended, unchanged, errors);
        }

        private ListedDiploma line(String text) throws WrongLine {
            String[] cells = text.split(",", 4);
            if (cells.length < 4) {
                throw new WrongLine("Geef vier velden: " + HEADER);
            }
            String code = cells[0].strip();
            if (!CODE.matcher(code).matches()) {
                throw new WrongLine("Een code heeft hoofdletters, cijfers en streepjes.");
            }
            LocalDate from = day(cells[1].strip());
            LocalDate to = cells[2].isBlank() ? null : day(cells[2].strip());
            if (to != null && to.isBefore(from)) {
                throw new WrongLine("De laatste dag ligt voor de eerste.");
            }
            String name = cells[3].strip();
            if (!NAME.matcher(name).matches()) {
                throw new WrongLine("Geef een naam van hoogstens 200 letters, cijfers en gewone leestekens.");
            }
            return new ListedDiploma(code, from, to, decree, name);
        }

        private void take(ListedDiploma told, int line) throws WrongLine {
            Integer before = seen.putIfAbsent(key(told), line);
            if (before != null) {
                throw new WrongLine("Dit diploma staat met dezelfde eerste dag ook op regel " + before + ".");
            }
            ListedDiploma known = list.get(key(told));
            if (known == null) {
                add(told);
            } else if (!known.name().equals(told.name())) {
                throw new WrongLine(
                        "Dit diploma staat al op de lijst met een andere naam. Een regel wordt niet gewijzigd.");
            } else if (Objects.equals(known.to(), told.to())) {
                unchanged++;
            } else if (known.to() == null) {
                list.put(key(told), told);
                ended.add(told);
            } else {
                throw new WrongLine("Dit diploma heeft al een andere laatste dag. Een regel wordt niet gewijzigd.");
            }
        }

        private void add(ListedDiploma told) throws WrongLine {
            for (ListedDiploma each : list.values()) {
                if (each.code().equals(told.code()) && each.overlaps(told)) {
                    throw new WrongLine("Dit diploma staat al op de lijst vanaf " + each.from()
                            + ". Geef die regel eerst een laatste dag.");
                }
            }
            list.put(key(told), told);
            added.add(told);
        }

        private static LocalDate day(String text) throws WrongLine {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= 2000 && day.getYear() < 2200) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // told below
            }
            throw new WrongLine("Geef een dag, bijvoorbeeld 2027-03-31.");
        }

        private static String key(ListedDiploma line) {
            return line.code() + " " + line.from();
        }
    }
}
