package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The person behind the token, as this service knows them. */
@RequestScoped
public class CurrentPerson {

    private final Caller caller;
    private final CitizenVault vault;

    @Inject
    public CurrentPerson(Caller caller, CitizenVault vault) {
        this.caller = caller;
        this.vault = vault;
    }

    /** A token whose citizen number is none is a problem 403. */
    public Ssin ssin() {
        return vault.read(caller.citizenNumber())
                .orElseThrow(() -> Problem.of(
                                "citizen-number-invalid",
                                403,
                                "Uw aanmelding bevat geen geldig rijksregisternummer. Meld u opnieuw aan.")
                        .exception());
    }

    /** Who never asked anything is a problem 404. */
    public UUID citizen() {
        return vault.find(ssin())
                .orElseThrow(() -> Problem.of(
                                "citizen-unknown", 404, "U vroeg hier nog niets aan. Dien eerst een aanvraag in.")
                        .exception());
    }
}
