package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The counsellor of the current request: the person of the token, acting for the enterprise of the token. */
@RequestScoped
public class LoggedIn {

    private final Caller caller;
    private final Vault vault;

    @Inject
    public LoggedIn(Caller caller, Vault vault) {
        this.caller = caller;
        this.vault = vault;
    }

    /** Personal number and enterprise number of the token, also of who has no dossier. */
    public String citizenNumber() {
        return caller.citizenNumber();
    }

    public String enterpriseNumber() {
        String enterprise = caller.organisation();
        return EnterpriseNumber.read(enterprise).orElse(enterprise);
    }

    public Optional<Person> known() {
        return vault.find(citizenNumber(), enterpriseNumber());
    }

    /** @throws RefusedException {@code counsellor-unknown} when no dossier was opened for this person and enterprise */
    public Person counsellor() {
        return known().orElseThrow(() -> new RefusedException(COUNSELLOR_UNKNOWN));
    }

    /** Who decides, without a name: a digest of the subject of the token. */
    public String officer() {
        return Digest.of(caller.subject().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
