package be.vlaanderen.loopbaankrediet.sessionclaims.outside;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** provider-registry-service: which counsellor a person is. */
@RegisterRestClient(configKey = "provider-registry")
@Path("/provider-registry/v1/me")
interface ProviderRegistry {

    /** @param counsellor id of the dossier, whatever its status */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Known(UUID counsellor) {}

    @GET
    Known me(@HeaderParam("Authorization") String bearer);
}
