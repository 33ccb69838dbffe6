package be.vlaanderen.loopbaankrediet.wallet.outside;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** eligibility-service: who keeps the vault with citizen numbers. */
@RegisterRestClient(configKey = "eligibility")
@Path("/eligibility/v1/me")
interface Eligibility {

    /** @param citizen the pseudonym of the person whose token was sent */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Known(UUID citizen) {}

    @GET
    Known me(@HeaderParam("Authorization") String bearer);
}
