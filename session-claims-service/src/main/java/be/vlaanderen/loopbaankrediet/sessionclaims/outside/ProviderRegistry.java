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

    /** @param status {@code REGISTERED} or not yet */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Known(UUID counsellor, String status) {}

    @GET
    Known me(@HeaderParam("Authorization") String bearer);
}
