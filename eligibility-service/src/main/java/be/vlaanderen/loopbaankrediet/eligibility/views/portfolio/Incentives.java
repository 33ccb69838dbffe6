package be.vlaanderen.loopbaankrediet.eligibility.views.portfolio;

import be.vlaanderen.loopbaankrediet.eligibility.rules.Figures;
import be.vlaanderen.loopbaankrediet.eligibility.rules.ParameterKey;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Parameters;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import be.vlaanderen.loopbaankrediet.eligibility.views.portfolio.Incentive.Code;
import be.vlaanderen.loopbaankrediet.eligibility.views.portfolio.Incentive.State;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * LLR: all incentives side by side. The career credit comes from own data; of the others only what everyone may know, as dated reference data:
 * a change is a new line with its first day.
 */
final class Incentives {

    private static final LocalDate REFERENCE = LocalDate.of(2026, 1, 1);

    private static final String AT_THE_OWNER = "Hangt af van de voorwaarden van het jaar.";

    // Hours and amounts of these are their owners' and change each year; until an owner delivers them, none are shown
    // here.
    private static final List<Incentive> OTHERS = List.of(
            other(
                    Code.TRAINING_VOUCHERS,
                    "Opleidingscheques",
                    "Een tegemoetkoming in de kosten van een opleiding die u zelf volgt.",
                    "VDAB zegt u of u in aanmerking komt.",
                    "Vraag ze aan bij VDAB."),
            other(
                    Code.TRAINING_LEAVE,
                    "Vlaams opleidingsverlof",
                    "Betaald verlof om een opleiding te volgen.",
                    "Het Departement WEWIS zegt u of u en uw opleiding in aanmerking komen.",
                    "Vraag het aan bij uw werkgever."),
            other(
                    Code.TRAINING_CREDIT,
                    "Vlaams opleidingskrediet",
                    "Een premie als u minder werkt of uw loopbaan onderbreekt om een opleiding te volgen.",
                    "Het Departement WEWIS zegt u of u in aanmerking komt.",
                    "Vraag het aan bij het Departement WEWIS."));

    private Incentives() {}

    /** @param newest the newest request for the career credit; absent when nothing was asked */
    static List<Incentive> on(LocalDate day, @Nullable RequestAnswer newest) {
        List<Incentive> all = new ArrayList<>();
        all.add(careerCredit(newest));
        OTHERS.stream().filter(each -> each.inForce(day)).forEach(all::add);
        return List.copyOf(all);
    }

    private static Incentive careerCredit(@Nullable RequestAnswer newest) {
        Figures figures = Parameters.on(RuleSets.FIRST_DAY);
        State state = newest == null
                ? State.NOT_REQUESTED
                : switch (newest.status()) {
                    case PENDING -> State.PENDING;
                    case ENTITLED -> State.ENTITLED;
                    case REFUSED -> State.REFUSED;
                };
        long price = figures.get(ParameterKey.CO_PAYMENT_PER_HOUR) / 100;
        long lowSkilled = figures.get(ParameterKey.CO_PAYMENT_PER_HOUR_LOW_SKILLED) / 100;
        Integer ownPrice = newest == null ? null : newest.coPaymentPerHourCents();
        return new Incentive(
                Code.CAREER_CREDIT,
                "Loopbaankrediet",
                "Loopbaanbegeleiding bij een erkende loopbaanbegeleider naar keuze, in blokken van "
                        + figures.get(ParameterKey.BLOCK_HOURS) + " uur.",
                state,
                newest == null ? null : newest.hours(),
                ownPrice,
                ownPrice == null
                        ? "Hoogstens " + figures.get(ParameterKey.HOURS_AFTER_NO_CHEQUE) + " uur. U betaalt " + price
                                + " euro per uur, of " + lowSkilled + " euro als u kortgeschoold bent."
                        : "U betaalt " + ownPrice / 100 + " euro per uur.",
                List.of(
                        "U hebt zeven jaar werkervaring.",
                        "U werkt op de dag van uw aanvraag.",
                        "U woont in het Vlaamse of het Brusselse Gewest, of u werkt er en woont elders in de Europese Economische Ruimte.",
                        "U gebruikte hoogstens één loopbaancheque."),
                "Vraag het hier aan en kies daarna een loopbaanbegeleider in de zoekrobot.",
                "CN 2.1",
                RuleSets.FIRST_DAY,
                null,
                newest == null ? null : newest.request());
    }

    private static Incentive other(Code code, String title, String right, String condition, String where) {
        return new Incentive(
                code,
                title,
                right,
                State.NOT_KNOWN_HERE,
                null,
                null,
                AT_THE_OWNER,
                List.of(condition),
                where,
                "LLR",
                REFERENCE,
                null,
                null);
    }
}
