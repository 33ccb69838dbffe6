package be.vlaanderen.loopbaankrediet.outsideworld.enterprises;

import be.vlaanderen.loopbaankrediet.outsideworld.EnterpriseNumber;
import be.vlaanderen.loopbaankrediet.outsideworld.Iban;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem.Issue;
import be.vlaanderen.loopbaankrediet.outsideworld.enterprises.Enterprises.Facts;
import be.vlaanderen.loopbaankrediet.outsideworld.enterprises.Enterprises.Numbered;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the enterprises of the simulated world. */
@Path("/enterprises")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EnterprisesResource {

    private final Enterprises enterprises;

    @Inject
    public EnterprisesResource(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    /** An enterprise as told. */
    public record EnterpriseView(
            String number, @JsonUnwrapped Facts facts) {}

    /** All that were told of. */
    public record EnterprisesView(List<EnterpriseView> enterprises) {}

    @GET
    public EnterprisesView all() {
        return new EnterprisesView(enterprises.all().stream()
                .map(each -> new EnterpriseView(each.number(), each.facts()))
                .toList());
    }

    @PUT
    @Path("{number}")
    public EnterpriseView put(@PathParam("number") String number, @Nullable Facts facts) {
        List<Issue> issues = new ArrayList<>();
        if (!EnterpriseNumber.isValid(number)) {
            issues.add(Issue.of(
                    "path", "number", "Dit ondernemingsnummer klopt niet: 10 cijfers met een geldig controlegetal."));
        }
        if (facts == null) {
            issues.add(Issue.of("body", "", "Beschrijf de onderneming in JSON."));
        } else {
            if (facts.name() != null && (facts.name().isBlank() || facts.name().length() > 100)) {
                issues.add(Issue.of("body", "name", "Geef een naam van 1 tot 100 tekens."));
            }
            if (facts.iban() != null && !Iban.isValid(facts.iban())) {
                issues.add(Issue.of("body", "iban", Iban.WRONG));
            }
        }
        if (facts == null || !issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        enterprises.put(new Numbered(number, facts));
        return new EnterpriseView(number, facts);
    }
}
