package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import be.vlaanderen.loopbaankrediet.outsideworld.Iban;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem.Issue;
import be.vlaanderen.loopbaankrediet.outsideworld.enterprises.Enterprises;
import be.vlaanderen.loopbaankrediet.outsideworld.people.People;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says whether an account is in a name: of a person or an enterprise that was put with its {@code iban}. */
@Path("/names")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NameCheckResource {

    private static final int LONGEST_NAME = 140;

    private final People people;
    private final Enterprises enterprises;

    @Inject
    public NameCheckResource(People people, Enterprises enterprises) {
        this.people = people;
        this.enterprises = enterprises;
    }

    public record Payee(@Nullable String name, @Nullable String iban) {}

    /** @param name the one on the account, told only when it is nearly the one that was asked (EU 2024/886, art. 5c) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Checked(Names.Result result, @Nullable String name) {}

    @POST
    public Checked check(@Nullable Payee payee) {
        String name = payee == null ? null : payee.name();
        String iban = payee == null ? null : payee.iban();
        List<Issue> issues = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            issues.add(Issue.of("body", "name", "Geef een naam van 1 tot " + LONGEST_NAME + " tekens."));
        }
        if (iban == null || !Iban.isValid(iban)) {
            issues.add(Issue.of("body", "iban", Iban.WRONG));
        }
        if (name == null || iban == null || !issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        List<String> owners = owners(iban);
        if (owners.isEmpty()) {
            return new Checked(Names.Result.NOT_AVAILABLE, null);
        }
        return owners.stream()
                .map(owner -> checked(name, owner))
                .min((a, b) -> a.result().compareTo(b.result()))
                .orElseThrow();
    }

    private List<String> owners(String iban) {
        var person = people.withIban(iban);
        var enterprise = enterprises.withIban(iban);
        return Stream.of(person == null ? null : person.name(), enterprise == null ? null : enterprise.name())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Checked checked(String asked, String owner) {
        Names.Result result = Names.compare(asked, owner);
        return new Checked(result, result == Names.Result.CLOSE_MATCH ? owner : null);
    }
}
