package be.vlaanderen.loopbaankrediet.outsideworld.people;

import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem.Issue;
import be.vlaanderen.loopbaankrediet.outsideworld.Ssin;
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

/** Describes the people of the simulated world. */
@Path("/people")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    private final People people;

    @Inject
    public PeopleResource(People people) {
        this.people = people;
    }

    /** A person as told. */
    public record PersonView(String ssin, @JsonUnwrapped Person person) {}

    /** Everybody. */
    public record PeopleView(List<PersonView> people) {}

    @GET
    public PeopleView all() {
        return new PeopleView(people.all().stream()
                .map(named -> new PersonView(named.ssin(), named.person()))
                .toList());
    }

    @PUT
    @Path("{ssin}")
    public PersonView put(@PathParam("ssin") String ssin, @Nullable Person person) {
        List<Issue> issues = new ArrayList<>();
        if (!Ssin.isValid(ssin)) {
            issues.add(
                    Issue.of("path", "ssin", "Dit burgernummer klopt niet: 11 cijfers met een geldig controlegetal."));
        }
        if (person == null) {
            issues.add(Issue.of("body", "", "Beschrijf de persoon in JSON."));
        } else {
            issues.addAll(person.issues());
        }
        if (person == null || !issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        people.put(ssin, person);
        return new PersonView(ssin, person);
    }
}
