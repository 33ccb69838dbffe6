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
}
