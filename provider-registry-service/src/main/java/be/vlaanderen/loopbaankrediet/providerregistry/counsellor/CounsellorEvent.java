package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a counsellor. Stored for ever: fields are added, never changed. Who it is stands in the vault only. */
public sealed interface CounsellorEvent {

    /**
     * @param activeSince first day under the cheque scheme, null if never
     * @param vatLiable the VAT regime from the day of registration on
     */
    record DossierOpened(
            UUID counsellor,
            Route route,
            @Nullable LocalDate activeSince,
            List<Proof> proofs,
            boolean vatLiable,
            Instant at)
            implements CounsellorEvent {}

    /** @param proofs those that were not shown before */
    record ProofsShown(UUID counsellor, List<Proof> proofs, Instant at) implements CounsellorEvent {}

    record CounsellorRegistered(UUID counsellor, Route route, boolean vatLiable, LocalDate registeredOn, Instant at)
            implements CounsellorEvent {}

    /** @param from first day of the regime; may lie before or after {@code at} */
    record CounsellorVatRegimeChanged(UUID counsellor, boolean vatLiable, LocalDate from, Instant at)
            implements CounsellorEvent {}

    /**
     * @param places how many new citizens the counsellor can take
     * @param until last day on which this holds
     */
    record CapacityStated(UUID counsellor, int places, LocalDate until, Instant at) implements CounsellorEvent {}

    /** What counts towards the VAT threshold (D-33). */
    sealed interface OfTurnover extends CounsellorEvent {}

    /** @param year calendar year of the approval of the payout */
    record TurnoverCounted(UUID counsellor, UUID payout, int year, long exclVatCents, Instant at)
            implements OfTurnover {}

    /** @param percent of the threshold that was reached: 80 or 100 */
    record VatThresholdNeared(
            UUID counsellor, int year, int percent, long turnoverCents, long thresholdCents, Instant at)
            implements OfTurnover {}

    /** What happens to a registration: sanctions (BVR art. 18, 19 through MR 4.8) and leaving. Words stand in the vault under the id. */
    sealed interface OfStanding extends CounsellorEvent {}

    /** @param officer pseudonym */
    record CounsellorWarned(UUID counsellor, UUID sanction, Reason reasonCode, String officer, Instant at)
            implements OfStanding {}

    /** @param answerBy last day on which the counsellor can answer */
    record SanctionAnnounced(
            UUID counsellor,
            UUID sanction,
            Sanction.Kind kind,
            Reason reasonCode,
            LocalDate answerBy,
            String officer,
            Instant at)
            implements OfStanding {}

    record SanctionAnswered(UUID counsellor, UUID sanction, UUID answer, Instant at) implements OfStanding {}

    record SanctionDropped(UUID counsellor, UUID sanction, Reason reasonCode, String officer, Instant at)
            implements OfStanding {}

    /** @param from first day of the suspension */
    record CounsellorSuspended(
            UUID counsellor, UUID sanction, LocalDate from, Reason reasonCode, String officer, Instant at)
            implements OfStanding {}

    /**
     * @param sanction the suspension that ends
     * @param from first day on which the registration holds again
     */
    record CounsellorReinstated(
            UUID counsellor, UUID sanction, LocalDate from, Reason reasonCode, String officer, Instant at)
            implements OfStanding {}

    /**
     * @param sanction the withdrawal; null when the counsellor wished to leave
     * @param from first day without registration; a later event replaces it
     * @param officer null when the counsellor wished to leave
     */
    record CounsellorLeft(
            UUID counsellor,
            @Nullable UUID sanction,
            LocalDate from,
            Reason reasonCode,
            @Nullable String officer,
            Instant at)
            implements OfStanding {}

    /** What somebody sends in to become a counsellor, and what officers say to it (CN 2.3). Files and words stand in the vault. */
    sealed interface OfApplication extends CounsellorEvent {}

    /**
     * @param activeSince first day under the cheque scheme, null if never
     * @param claimed the proofs that are announced
     * @param code of the diploma on the ministerial list of that day; null when none on it is named
     */
    record ApplicationSubmitted(
            UUID counsellor,
            UUID application,
            Route route,
            @Nullable LocalDate activeSince,
            List<Proof> claimed,
            @Nullable String code,
            boolean vatLiable,
            Instant at)
            implements OfApplication {}

    /**
     * @param kind what the document shows
     * @param file SHA-256 of its bytes
     * @param state where the application stands with it
     */
    record ApplicationDocumentAdded(
            UUID counsellor,
            UUID application,
            UUID document,
            Proof kind,
            String file,
            Application.State state,
            Instant at)
            implements OfApplication {}

    /** @param asking id under which the words stand in the vault */
    record ApplicationMoreAsked(
            UUID counsellor,
            UUID application,
            UUID asking,
            List<Proof> asked,
            Reason reasonCode,
            String officer,
            Instant at)
            implements OfApplication {}

    record ApplicationApproved(UUID counsellor, UUID application, String officer, Instant at)
            implements OfApplication {}

    /** The number of the enterprise stands in the vault. */
    record EnterpriseCheckAsked(UUID counsellor, UUID application, Instant at) implements OfApplication {}

    /** @param found never {@code WAITING} */
    record EnterpriseChecked(UUID counsellor, UUID application, Application.Enterprise found, Instant at)
            implements OfApplication {}

    /** @param lacking what the route still asked */
    record ApplicationRefused(
            UUID counsellor, UUID application, List<Requirement> lacking, Reason reasonCode, String officer, Instant at)
            implements OfApplication {}

    /** Proofs that are asked anew of who is registered (D-38). Files and words stand in the vault. */
    sealed interface OfRenewal extends CounsellorEvent {}

    /** @param by the day by which they are wanted */
    record RenewalAsked(
            UUID counsellor,
            UUID renewal,
            List<Proof> asked,
            LocalDate by,
            Reason reasonCode,
            String officer,
            Instant at)
            implements OfRenewal {}

    /**
     * @param file SHA-256 of its bytes
     * @param complete whether everything that was asked is there now
     */
    record RenewalDocumentAdded(
            UUID counsellor, UUID renewal, UUID document, Proof kind, String file, boolean complete, Instant at)
            implements OfRenewal {}

    record RenewalApproved(UUID counsellor, UUID renewal, String officer, Instant at) implements OfRenewal {}

    /** Changes of the bank account; the numbers stand in the vault under the id (domain 6: IBAN with history). */
    sealed interface OfAccount extends CounsellorEvent {}

    record AccountChangeAsked(UUID counsellor, UUID change, Instant at) implements OfAccount {}

    /** @param match what the bank of the account says about the name */
    record AccountNameChecked(UUID counsellor, UUID change, NameMatch match, Instant at) implements OfAccount {}

    /** @param match what the bank says about the name behind the account of the application or dossier (D-100) */
    record FirstAccountNameChecked(UUID counsellor, NameMatch match, Instant at) implements OfAccount {}

    /** @param officer pseudonym */
    record AccountNameAccepted(UUID counsellor, UUID change, Reason reasonCode, String officer, Instant at)
            implements OfAccount {}

    /** @param holdsFrom from then on the account is the one to pay */
    record AccountChangeConfirmed(UUID counsellor, UUID change, Instant holdsFrom, Instant at) implements OfAccount {}
}
