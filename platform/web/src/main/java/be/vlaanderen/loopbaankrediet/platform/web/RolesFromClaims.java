package be.vlaanderen.loopbaankrediet.platform.web;

import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The role of a person or service, from the claims that the login of the Flemish government gives: the target group says citizen, enterprise or
 * government; the last two also need their role for the organisation they act for.
 */
final class RolesFromClaims {

    private RolesFromClaims() {}

    static @Nullable String role(JsonWebToken token) {
        String group = Login.text(token, "vo_doelgroepcode");
        if (group == null) {
            return "loopbaankrediet_service".equals(Login.text(token, "scope"))
                            && Login.text(token, "client_id") != null
                    ? Roles.SERVICE
                    : null;
        }
        String organisation = Login.text(token, "vo_orgcode");
        return switch (group) {
            case "BUR" -> Login.text(token, "rrn") == null ? null : Roles.CITIZEN;
            case "EA" ->
                holds(token, "loopbaanbegeleider:" + organisation) && Login.text(token, "rrn") != null
                        ? Roles.COUNSELLOR
                        : null;
            case "GID" -> holds(token, "medewerker:" + organisation) ? Roles.OFFICER : null;
            default -> null;
        };
    }

    private static boolean holds(JsonWebToken token, String role) {
        Object roles = token.claim("loopbaankrediet_rol_3d").orElse(Set.of());
        return roles instanceof Collection<?> all
                && all.stream()
                        .map(each -> each instanceof JsonString string ? string.getString() : String.valueOf(each))
                        .anyMatch(role::equals);
    }
}
