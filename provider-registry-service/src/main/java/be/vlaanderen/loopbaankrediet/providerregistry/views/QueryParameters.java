package be.vlaanderen.loopbaankrediet.providerregistry.views;

import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list and names all that cannot be right in one answer. */
public final class QueryParameters {

    public static final int MOST = 100;
    private static final int USUAL = 20;
    private static final Pattern TRUE = Pattern.compile("true");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private final List<Issue> issues = new ArrayList<>();

    /** The value when it has the shape; null when absent or noted as an issue. */
    public @Nullable String shaped(String name, @Nullable String value, Pattern shape, String detail) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (shape.matcher(value).matches()) {
            return value;
        }
        wrong(name, detail);
        return null;
    }

    public <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String value, Class<E> type) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        wrong(name, "Deze waarde bestaat niet. Kies uit: " + known + ".");
        return null;
    }

    /** True for {@code true}, false when absent; anything else is noted as an issue. */
    public boolean flag(String name, @Nullable String value) {
        return shaped(name, value, TRUE, "Geef 'true', of laat dit weg.") != null;
    }

    /** How many a page holds: 1 to {@value #MOST}. */
    public int limit(@Nullable String value) {
        return number("limit", value, 1, MOST, USUAL);
    }

    public int number(String name, @Nullable String value, int least, int most, int usual) {
        String detail = "Geef een getal van " + least + " tot " + most + ".";
        String digits = shaped(name, value, NUMBER, detail);
        int number = digits == null ? usual : Integer.parseInt(digits);
        if (number < least || number > most) {
            wrong(name, detail);
        }
        return number;
    }

    public void wrong(String name, String detail) {
        issues.add(Issue.of("invalid-value", "query", name, detail));
    }

    /** Ends the request with a 400 when anything was wrong. */
    public void check() {
        if (!issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
    }
}
