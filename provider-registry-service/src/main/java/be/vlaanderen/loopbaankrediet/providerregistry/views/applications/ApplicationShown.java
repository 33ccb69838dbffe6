package be.vlaanderen.loopbaankrediet.providerregistry.views.applications;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words.Part;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application in full, for the applicant and for officers.
 *
 * @param missing what the route asks and no document shows
 * @param asked the proofs of which a (better) document is wanted
 * @param askedBecause why, in words
 * @param refusedBecause why, in words
 * @param enterprise what the Crossroads Bank for Enterprises says; absent when nobody asked
 * @param accountNameCheck what the bank says about the name behind the account; absent until it said something, and no reason to refuse (D-100)
 * @param decision the last request for more, approval or refusal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationShown(
        UUID application,
        UUID counsellor,
        String name,
        String email,
        Route route,
        @Nullable LocalDate activeSince,
        boolean vatLiable,
        @Nullable String diploma,
        Application.State status,
        List<Requirement> missing,
        List<Proof> claimed,
        List<DocumentShown> documents,
        List<Proof> asked,
        @Nullable String askedBecause,
        @Nullable String refusedBecause,
        Application.@Nullable Decided decision,
        Application.@Nullable Enterprise enterprise,
        @Nullable NameMatch accountNameCheck) {

    public record DocumentShown(UUID document, Proof kind, String sha256, Instant receivedAt) {}

    public static ApplicationShown of(
            Person person, Application application, @Nullable NameMatch accountNameCheck, Words words) {
        UUID asking = application.asking();
        return new ApplicationShown(
                application.id(),
                person.counsellor(),
                person.name(),
                person.email(),
                application.route(),
                application.activeSince(),
                application.vatLiable(),
                application.diploma(),
                application.state(),
                application.missing(),
                application.claimed().stream().sorted().toList(),
                application.documents().stream()
                        .map(each -> new DocumentShown(each.id(), each.kind(), each.file(), each.at()))
                        .toList(),
                application.asked().stream().sorted().toList(),
                asking == null ? null : words.find(asking, Part.REASON).orElse(null),
                application.state() == Application.State.REFUSED
                        ? words.find(application.id(), Part.DECISION).orElse(null)
                        : null,
                application.decided(),
                application.enterprise(),
                accountNameCheck);
    }
}
