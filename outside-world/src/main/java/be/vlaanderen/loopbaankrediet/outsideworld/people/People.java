package be.vlaanderen.loopbaankrediet.outsideworld.people;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.StateFolder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everybody in the simulated world, by citizen number. */
@Singleton
public class People {

    /** A person with the number that names them. */
    public record Named(String ssin, Person person) {}

    private final KeptMap<Named> people;
    private final KeptMap<String> personas;
    private long version;
    private final Map<String, Person> byEnterprise = new ConcurrentHashMap<>();
    private final Map<String, Person> byEmployer = new ConcurrentHashMap<>();
    private final Map<String, String> byIban = new ConcurrentHashMap<>();

    @Inject
    public People(StateFolder state) {
        people = state.map("people", Named.class);
        personas = state.map("personas", String.class);
        people.all().forEach(this::index);
    }

    /** The last one put with a persona owns that name. */
    public synchronized void put(String ssin, Person person) {
        Named named = new Named(ssin, person);
        people.put(ssin, named);
        version++;
        index(named);
        if (person.persona() != null) {
            personas.put(key(person.persona()), ssin);
        }
    }

    /** Another one after every change: what follows from all people need not be made again while it stays. */
    public synchronized long version() {
        return version;
    }

    public List<Named> all() {
        List<Named> all = new ArrayList<>(people.all());
        all.sort(Comparator.comparing(Named::ssin));
        return all;
    }

    public @Nullable Person get(String ssin) {
        Named named = people.get(ssin);
        return named == null ? null : named.person();
    }

    /** Who owns the name; nobody when that person has been put again under another one. */
    public @Nullable Named withPersona(String persona) {
        String ssin = personas.get(key(persona));
        Named named = ssin == null ? null : people.get(ssin);
        return named != null
                        && named.person().persona() != null
                        && key(named.person().persona()).equals(key(persona))
                ? named
                : null;
    }

    public @Nullable Person withEnterprise(String enterpriseNumber) {
        return byEnterprise.get(enterpriseNumber);
    }

    /** Somebody who works there. */
    public @Nullable Person withEmployer(String enterpriseNumber) {
        return byEmployer.get(enterpriseNumber);
    }

    /** Whose account it is; the last one who was put with it. */
    public @Nullable Person withIban(String iban) {
        String ssin = byIban.get(iban);
        Person owner = ssin == null ? null : get(ssin);
        return owner != null && iban.equals(owner.iban()) ? owner : null;
    }

    private void index(Named named) {
        if (named.person().iban() != null) {
            byIban.put(named.person().iban(), named.ssin());
        }
        if (named.person().employer() != null) {
            byEmployer.put(named.person().employer(), named.person());
        }
        if (named.person().enterpriseNumber() != null) {
            byEnterprise.put(named.person().enterpriseNumber(), named.person());
        }
    }

    private static String key(String persona) {
        return persona.strip().toLowerCase(Locale.ROOT);
    }
}
