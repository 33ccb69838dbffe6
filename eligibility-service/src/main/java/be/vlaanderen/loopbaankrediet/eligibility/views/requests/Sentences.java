package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Consequence;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import java.util.ArrayList;
import java.util.List;

/** What happened to a decision and what follows from it, in plain Dutch. */
public final class Sentences {

    static final String SECOND_OFFICER =
            "Een medewerker stelt een beslissing voor die afwijkt van wat een bron zegt. Een tweede medewerker kijkt ze na.";

    private Sentences() {}

    static String waiting(List<WorkKind> kinds) {
        if (kinds.contains(WorkKind.REVISION)) {
            return "Een bron zegt nu iets anders over u dan bij uw aanvraag. Een medewerker kijkt dat na. Tot dan verandert er niets.";
        }
        return kinds.contains(WorkKind.OBJECTION)
                ? "U diende bezwaar in. Een medewerker bekijkt uw aanvraag opnieuw."
                : "We kregen uw bewijs. Een medewerker bekijkt het.";
    }

    static String outcome(ReviewOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> "Een medewerker bekeek uw aanvraag opnieuw. De beslissing blijft zoals ze was.";
            case OVERTURNED -> "Een medewerker bekeek uw aanvraag opnieuw. U krijgt nu wel recht op loopbaankrediet.";
            case REVISED -> "Een medewerker bekeek uw aanvraag opnieuw. Uw uren of uw prijs zijn aangepast.";
            case WITHDRAWN -> "Een medewerker bekeek uw aanvraag opnieuw. U hebt geen recht meer op loopbaankrediet.";
        };
    }

    static String revision(Reason reason) {
        return switch (reason) {
            case EDUCATION_SHOWN -> "U toonde uw opleiding aan.";
            case CHEQUES_FOUND -> "VDAB vond gebruikte loopbaancheques die nog niet meegeteld waren.";
            case SOURCE_WRONG -> "Een medewerker stelde vast dat een bron niet juist was.";
            case SOURCE_CORRECTED -> "Een bron werd verbeterd.";
            case ASKED_AGAIN -> "U vroeg het loopbaankrediet opnieuw aan.";
            case EVIDENCE_ACCEPTED -> "Uw bewijs werd aanvaard.";
            case EVIDENCE_INSUFFICIENT -> "Uw bewijs volstond niet.";
            case OBJECTION_FOUNDED -> "Uw bezwaar was gegrond.";
            case OBJECTION_UNFOUNDED -> "Uw bezwaar was niet gegrond.";
        };
    }

    static String right(Judgement judgement) {
        return judgement.entitled()
                ? "U hebt recht op " + judgement.hours() + " uur, tegen " + judgement.coPaymentPerHourCents() / 100
                        + " euro per uur."
                : "U hebt geen recht meer op nieuwe uren.";
    }

    /** What another judgement changes for the citizen, for an officer who is about to decide. */
    public static List<String> consequences(Judgement before, Judgement after) {
        List<String> all = new ArrayList<>();
        switch (Consequence.of(before, after)) {
            case NOTHING -> all.add("Voor de burger verandert er niets.");
            case RIGHT ->
                all.add("De weigering vervalt. De burger krijgt " + after.hours() + " uur, tegen "
                        + after.coPaymentPerHourCents() / 100 + " euro per uur.");
            case BETTER, WORSE -> {
                if (after.hours() != before.hours()) {
                    all.add("De burger krijgt " + after.hours() + " uur in plaats van " + before.hours()
                            + ". Uren die gebruikt of gereserveerd zijn, blijven.");
                }
                if (after.entitled() && after.coPaymentPerHourCents() < before.coPaymentPerHourCents()) {
                    all.add("Een uur kost " + after.coPaymentPerHourCents() / 100 + " euro in plaats van "
                            + before.coPaymentPerHourCents() / 100
                            + ". Voor een boeking die loopt, krijgt de burger het verschil terug.");
                }
                if (after.entitled() && after.coPaymentPerHourCents() > before.coPaymentPerHourCents()) {
                    all.add(
                            "Een uur kost " + after.coPaymentPerHourCents() / 100 + " euro in plaats van "
                                    + before.coPaymentPerHourCents() / 100
                                    + ". Dat geldt voor nieuwe boekingen; voor een boeking die loopt, verandert de prijs niet.");
                }
            }
        }
        return List.copyOf(all);
    }
}
