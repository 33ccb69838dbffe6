package be.vlaanderen.loopbaankrediet.providerregistry.places;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All municipalities of Flanders and Brussels: reference data in {@code municipalities.csv}, which says how to refresh it. */
@Singleton
public class Municipalities {

    private static final String FILE = "/municipalities.csv";
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}0-9]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final List<Municipality> all = read();
    private final Map<String, Municipality> byName = new HashMap<>();
    private final Map<String, Municipality> byPostalCode = new HashMap<>();

    public Municipalities() {
        for (Municipality each : all) {
            each.names().forEach(name -> byName.put(compared(name), each));
            each.postalCodes().forEach(code -> byPostalCode.put(code, each));
        }
    }

    public List<Municipality> all() {
        return all;
    }

    /** By name, former name or postal code. */
    public Optional<Municipality> find(String place) {
        return Optional.ofNullable(byPostalCode.getOrDefault(place.strip(), byName.get(compared(place))));
    }

    /** Those of which a name or postal code begins with the text, then those that have it further on; each in alphabetical order. */
    public List<Municipality> search(String text) {
        String wanted = compared(text);
        Comparator<Municipality> order = Comparator.comparing((Municipality each) -> !has(each, wanted, true))
                .thenComparing(each -> compared(each.name()));
        return all.stream()
                .filter(each -> has(each, wanted, false))
                .sorted(order)
                .toList();
    }

    /** Names that look most like one that is not known. */
    public List<String> alike(String place) {
        String wanted = compared(place);
        return all.stream()
                .flatMap(Municipality::names)
                .filter(name -> differences(wanted, compared(name)) <= 1 + wanted.length() / 4)
                .sorted(Comparator.comparingInt((String name) -> differences(wanted, compared(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(5)
                .toList();
    }

    private static boolean has(Municipality municipality, String wanted, boolean atTheBegin) {
        return Stream.concat(municipality.names().map(Municipalities::compared), municipality.postalCodes().stream())
                .anyMatch(each -> atTheBegin ? each.startsWith(wanted) : each.contains(wanted));
    }

    /** The form in which names are compared: small letters without accents, signs or spaces. */
    private static String compared(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return SIGNS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** How many letters have to be changed, left out or put in to make the one of the other. */
    private static int differences(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int before = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static List<Municipality> read() {
        try (InputStream file = Municipalities.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Municipalities::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Municipality read(String line) {
        String[] cells = line.split(",", 6);
        return new Municipality(
                cells[0],
                cells[1],
                List.of(cells[2].split(";", -1)),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                cells[5].isEmpty() ? List.of() : List.of(cells[5].split(";", -1)));
    }
}
