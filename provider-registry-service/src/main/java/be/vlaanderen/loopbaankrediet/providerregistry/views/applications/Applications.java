package be.vlaanderen.loopbaankrediet.providerregistry.views.applications;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.State;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationMoreAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationRefused;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationSubmitted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseCheckAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfApplication;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the officers' work list. */
@Singleton
public class Applications implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("application", "enterprise_check");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (event.payload() instanceof OfApplication happened) {
            on(writes, happened);
        }
    }

    private static void on(Writes writes, OfApplication event) {
        switch (event) {
            case ApplicationSubmitted e -> insert(writes, e);
            case ApplicationDocumentAdded e -> add(writes, e);
            case EnterpriseCheckAsked e -> ask(writes, e);
            case EnterpriseChecked e -> answered(writes, e.application());
            case ApplicationMoreAsked e ->
                decided(writes, e.application(), State.MORE_ASKED, e.reasonCode(), e.officer(), e.at());
            case ApplicationApproved e -> decided(writes, e.application(), State.APPROVED, null, e.officer(), e.at());
            case ApplicationRefused e -> {
                decided(writes, e.application(), State.REFUSED, e.reasonCode(), e.officer(), e.at());
                answered(writes, e.application());
            }
        }
    }

    private static void insert(Writes writes, ApplicationSubmitted submitted) {
        writes.add(
                "INSERT INTO application (application, counsellor, route, status, submitted_at, documents, place)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING",
                submitted.application(),
                submitted.counsellor(),
                submitted.route().name(),
                State.SUBMITTED.name(),
                submitted.at(),
                Pages.place(submitted.at(), submitted.application()));
    }

    private static void add(Writes writes, ApplicationDocumentAdded added) {
        writes.add(
                "UPDATE application SET documents = documents + 1, status = ? WHERE application = ?",
                added.state().name(),
                added.application());
    }

    private static void ask(Writes writes, EnterpriseCheckAsked asked) {
        writes.add(
                "INSERT INTO enterprise_check (application, counsellor, asked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                asked.application(),
                asked.counsellor(),
                asked.at());
    }

    private static void answered(Writes writes, UUID application) {
        writes.add("DELETE FROM enterprise_check WHERE application = ?", application);
    }

    private static void decided(
            Writes writes, UUID application, State status, @Nullable Reason reason, String officer, Instant at) {
        writes.add(
                "UPDATE application SET status = ?,"
                        + " reason_code = ?, decided_by = ?, decided_at = ? WHERE application = ?",
                status.name(),
                reason == null ? null : reason.name(),
                officer,
                at,
                application);
    }
}
