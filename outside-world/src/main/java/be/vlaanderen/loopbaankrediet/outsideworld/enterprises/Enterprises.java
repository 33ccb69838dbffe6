package be.vlaanderen.loopbaankrediet.outsideworld.enterprises;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.StateFolder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was told about enterprises, by number. */
@Singleton
public class Enterprises {

    /**
     * What is true about an enterprise; what is left out follows from the people of it.
     *
     * @param iban account of which the bank knows that it is in the name of the enterprise
     * @param stopped whether it is active no longer
     */
    public record Facts(
            @Nullable String name,
            @Nullable String iban,
            @Nullable Boolean stopped) {

        public boolean isStopped() {
            return Boolean.TRUE.equals(stopped);
        }
    }

    /** An enterprise with its number. */
    public record Numbered(String number, Facts facts) {}

    private final KeptMap<Numbered> enterprises;
    private final Map<String, String> byIban = new ConcurrentHashMap<>();

    @Inject
    public Enterprises(StateFolder state) {
        enterprises = state.map("enterprises", Numbered.class);
        enterprises.all().forEach(this::index);
    }

    public synchronized void put(Numbered enterprise) {
        enterprises.put(enterprise.number(), enterprise);
        index(enterprise);
    }

    public @Nullable Facts get(String number) {
        Numbered found = enterprises.get(number);
        return found == null ? null : found.facts();
    }

    /** Whose account it is; the last one that was put with it. */
    public @Nullable Facts withIban(String iban) {
        String number = byIban.get(iban);
        Facts owner = number == null ? null : get(number);
        return owner != null && iban.equals(owner.iban()) ? owner : null;
    }

    public List<Numbered> all() {
        return enterprises.all().stream()
                .sorted(Comparator.comparing(Numbered::number))
                .toList();
    }

    private void index(Numbered enterprise) {
        if (enterprise.facts().iban() != null) {
            byIban.put(enterprise.facts().iban(), enterprise.number());
        }
    }
}
