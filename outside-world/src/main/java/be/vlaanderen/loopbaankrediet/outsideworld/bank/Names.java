package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares the name of a payee with the one on the account, as banks do before a transfer (EU 2024/886, art. 5c). */
final class Names {

    /** What the bank says about a name. */
    enum Result {
        MATCH,
        CLOSE_MATCH,
        NO_MATCH,
        /** No such account is known. */
        NOT_AVAILABLE
    }

    private static final int MOST_TYPING_ERRORS = 2;

    private Names() {}

    /** The order of the words, accents and capitals do not count; an initial or a slip of the pen makes it close. */
    static Result compare(String asked, String known) {
        List<String> a = words(asked);
        List<String> b = words(known);
        if (a.equals(b)) {
            return Result.MATCH;
        }
        boolean close = !a.isEmpty()
                && !b.isEmpty()
                && (distance(String.join("", a), String.join("", b)) <= MOST_TYPING_ERRORS
                        || covers(a, b)
                        || covers(b, a));
        return close ? Result.CLOSE_MATCH : Result.NO_MATCH;
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Stream.of(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }

    /** Every word of the one is a word, or the first letter of a word, of the other; and one of them is a whole word. */
    private static boolean covers(List<String> few, List<String> many) {
        return few.stream()
                        .allMatch(word -> many.contains(word)
                                || (word.length() == 1 && many.stream().anyMatch(other -> other.startsWith(word))))
                && few.stream().anyMatch(word -> word.length() > 1);
    }

    /** How many letters differ (Levenshtein); names are at most 140 letters long. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(row[j - 1], before[j]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}
