package be.vlaanderen.loopbaankrediet.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * No event may hold a name, a personal number, an address, an account or free text. Text is allowed only under names that are listed here
 * as codes; a new code is a deliberate line in this file.
 */
public final class NoPersonalData {

    private static final Set<String> CODES = Set.of(
            "ruleVersion",
            "code",
            "endToEndId",
            "reasonCode",
            "checkoutUrl",
            "payment",
            "file",
            "messageId",
            "source",
            "officer",
            "parameter");

    private static final List<String> PERSONAL = List.of(
            "name", "ssin", "insz", "rrn", "iban", "bic", "email", "mail", "phone", "street", "address", "postal",
            "birth", "comment", "remark", "note", "text");

    private NoPersonalData() {}

    public static void check(EventNames names) {
        List<Class<?>> events = names.classes();
        assertFalse(events.isEmpty(), "no event to check");
        List<String> found = new ArrayList<>();
        events.forEach(event -> inspect(event, event.getSimpleName(), found));
        assertEquals(List.of(), found, "fields that could hold personal data");
    }

    private static void inspect(Class<?> record, String path, List<String> found) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = component.getName();
            String lower = name.toLowerCase(Locale.ROOT);
            if (PERSONAL.stream().anyMatch(lower::contains)) {
                found.add(path + "." + name);
            }
            inspect(component.getGenericType(), name, path + "." + name, found);
        }
    }

    private static void inspect(Type type, String name, String path, List<String> found) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                inspect(argument, name, path, found);
            }
        } else if (type instanceof Class<?> kind) {
            if (kind.isRecord()) {
                inspect(kind, path, found);
            } else if (kind == String.class ? !CODES.contains(name) : !harmless(kind)) {
                found.add(path + ": " + kind.getSimpleName());
            }
        }
    }

    private static boolean harmless(Class<?> kind) {
        return kind.isPrimitive()
                || kind.isEnum()
                || kind == Boolean.class
                || Number.class.isAssignableFrom(kind)
                || kind == UUID.class
                || Temporal.class.isAssignableFrom(kind);
    }
}
