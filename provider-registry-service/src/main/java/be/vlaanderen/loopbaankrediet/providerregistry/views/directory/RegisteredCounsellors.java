package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CapacityStated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorWarned;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfAccount;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfApplication;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfRenewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfTurnover;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnnounced;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnswered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionDropped;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Puts who is registered in the directory. */
@Singleton
public class RegisteredCounsellors implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("registered_counsellor");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        switch ((CounsellorEvent) event.payload()) {
            case CounsellorRegistered registered -> upsert(writes, registered);
            case DossierOpened ignored -> {}
            case ProofsShown ignored -> {}
            case CounsellorVatRegimeChanged ignored -> {}
            case CounsellorSuspended suspended -> set(writes, true, suspended.counsellor());
            case CounsellorReinstated reinstated -> set(writes, false, reinstated.counsellor());
            case CounsellorLeft left -> leave(writes, left);
            case CapacityStated stated -> state(writes, stated);
            case OfTurnover ignored -> {}
            case OfRenewal ignored -> {}
            case OfAccount ignored -> {}
            case OfApplication ignored -> {}
            case CounsellorWarned ignored -> {}
            case SanctionAnnounced ignored -> {}
            case SanctionAnswered ignored -> {}
            case SanctionDropped ignored -> {}
        }
    }

    private static void upsert(Writes writes, CounsellorRegistered registered) {
        writes.add(
                "INSERT INTO registered_counsellor (counsellor, route, registered_on)"
                        + " VALUES (?, ?, ?) ON CONFLICT (counsellor) DO UPDATE"
                        + " SET route = excluded.route, registered_on = excluded.registered_on",
                registered.counsellor(),
                registered.route().name(),
                registered.registeredOn());
    }

    private static void set(Writes writes, boolean suspended, UUID counsellor) {
        writes.add("UPDATE registered_counsellor SET suspended = ? WHERE counsellor = ?", suspended, counsellor);
    }

    private static void state(Writes writes, CapacityStated stated) {
        writes.add(
                "UPDATE registered_counsellor SET places = ?, places_until = ? WHERE counsellor = ?",
                stated.places(),
                stated.until(),
                stated.counsellor());
    }

    private static void leave(Writes writes, CounsellorLeft left) {
        writes.add(
                "UPDATE registered_counsellor SET left_from = ? WHERE counsellor = ?", left.from(), left.counsellor());
    }
}
