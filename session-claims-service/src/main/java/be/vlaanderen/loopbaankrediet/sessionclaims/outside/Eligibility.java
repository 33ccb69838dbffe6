package be.vlaanderen.loopbaankrediet.sessionclaims.outside;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** eligibility-service: which pseudonym a citizen has. */
@RegisterRestClient(configKey = "eligibility")
@Path("/eligibility/v1/me")
interface Eligibility {

    /** @param citizen id of the person's wallet */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Known(UUID citizen) {}

    @GET
    Known me(@HeaderParam("Authorization") String bearer);
}
