package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Findings;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Condition;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationBasis;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.rules.WeighedPeriod;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Weight;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why it was decided so, in plain Dutch and as data. Follows from the stored judgement alone, so it reads the same for ever.
 *
 * @param text the whole answer in a few sentences
 * @param failed what failed, by how much, and who said so
 * @param periods what was declared, oldest first, and what of it counted
 * @param sources who was asked, and when
 * @param options what the citizen can do now
 * @param experienceReachedOn the day on which the required days were reached; absent when they were not, up to the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        String text,
        List<Failed> failed,
        List<PeriodLine> periods,
        List<SourceLine> sources,
        List<Option> options,
        @Nullable LocalDate experienceReachedOn) {

    private static final Locale DUTCH = Locale.of("nl", "BE");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", DUTCH);

    public record Failed(Condition condition, Source source, String text) {}

    /**
     * @param countedDays days that no older period had counted; together they are the worked days
     * @param notCountedDays its other days, up to and including the request
     * @param totalDays counted in this and all older periods
     * @param recognised by an officer, and declared by no source
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PeriodLine(
            PeriodKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            int countedDays,
            int notCountedDays,
            int totalDays,
            Weight weight,
            boolean recognised,
            String text) {}

    public record SourceLine(Source source, Instant askedAt, String text) {}

    public enum Action {
        SEND_EVIDENCE,
        OBJECT,
        CAREER_ORIENTATION,
        REFLECTION_TOOLS,
        BOOK,
        WAIT
    }

    public record Option(Action action, String text) {}

    static Explanation ofPending(@Nullable Source silent) {
        String text = silent == null
                ? "Uw aanvraag wordt behandeld."
                : "Uw aanvraag is goed ontvangen, maar " + owner(silent)
                        + " antwoordt nu niet. We proberen het vanzelf opnieuw; u hoeft niets te doen.";
        return new Explanation(
                text,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Option(Action.WAIT, "Kom later terug: het antwoord verschijnt hier vanzelf.")),
                null);
    }

    static Explanation of(
            Judgement judgement,
            List<SourceAsked> sources,
            LocalDate requestedOn,
            Findings findings,
            Openings openings) {
        List<Failed> failed = judgement.failed().stream()
                .map(condition -> failed(condition, judgement, requestedOn))
                .toList();
        return new Explanation(
                text(judgement, failed, requestedOn),
                failed,
                periods(judgement, requestedOn, findings),
                sources.stream()
                        .map(asked -> new SourceLine(
                                asked.source(),
                                asked.askedAt(),
                                capital(owner(asked.source())) + ": " + about(asked.source()) + "."))
                        .toList(),
                options(judgement, openings),
                experienceReachedOn(judgement, requestedOn));
    }

    private static List<PeriodLine> periods(Judgement judgement, LocalDate requestedOn, Findings findings) {
        List<PeriodLine> lines = new ArrayList<>();
        int total = 0;
        for (WeighedPeriod period : judgement.periods()) {
            total += period.countedDays();
            LocalDate last = period.to() == null || period.to().isAfter(requestedOn) ? requestedOn : period.to();
            boolean recognised =
                    findings.periods().contains(new Period(period.kind(), period.from(), period.to(), false));
            int declared = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(period.from(), last) + 1));
            lines.add(new PeriodLine(
                    period.kind(),
                    period.from(),
                    period.to(),
                    period.countedDays(),
                    declared - period.countedDays(),
                    total,
                    period.weight(),
                    recognised,
                    period(period.kind(), period.from(), period.to()) + ": "
                            + worth(period.weight(), period.countedDays())
                            + (recognised ? " Een medewerker erkende deze periode." : "")));
        }
        return List.copyOf(lines);
    }

    /** The days that a period adds are its last ones, for all days before were counted in older periods. */
    private static @Nullable LocalDate experienceReachedOn(Judgement judgement, LocalDate requestedOn) {
        int total = 0;
        for (WeighedPeriod period : judgement.periods()) {
            total += period.countedDays();
            if (period.countedDays() > 0 && total >= judgement.requiredDays()) {
                LocalDate last = period.to() == null || period.to().isAfter(requestedOn) ? requestedOn : period.to();
                return last.minusDays(total - judgement.requiredDays());
            }
        }
        return null;
    }

    private static String text(Judgement judgement, List<Failed> failed, LocalDate requestedOn) {
        String price = price(judgement);
        if (judgement.entitled()) {
            return "U hebt recht op " + judgement.hours() + " uur loopbaanbegeleiding. U werkte "
                    + number(judgement.workedDays()) + " dagen tot en met " + DAY.format(requestedOn) + "; "
                    + number(judgement.requiredDays()) + " dagen waren nodig."
                    + (judgement.chequesUsed() == 0
                            ? ""
                            : " U gebruikte al " + cheques(judgement.chequesUsed()) + ", daarom krijgt u "
                                    + judgement.hours() + " uur in plaats van 6.")
                    + " " + price;
        }
        return "U hebt op " + DAY.format(requestedOn) + " geen recht op loopbaankrediet. "
                + failed.stream().map(Failed::text).collect(Collectors.joining(" "));
    }

    private static Failed failed(Condition condition, Judgement judgement, LocalDate requestedOn) {
        return switch (condition) {
            case NOT_ENOUGH_EXPERIENCE ->
                new Failed(
                        condition,
                        Source.WORK_RELATIONS,
                        "U hebt " + number(judgement.workedDays()) + " van de " + number(judgement.requiredDays())
                                + " dagen werkervaring die nodig zijn. Dat zijn er "
                                + number(judgement.requiredDays() - judgement.workedDays()) + " te weinig."
                                + (judgement.reachedOn() == null
                                        ? ""
                                        : " Als uw huidige job doorloopt, haalt u ze op "
                                                + DAY.format(judgement.reachedOn()) + "."));
            case NOT_WORKING ->
                new Failed(
                        condition,
                        Source.WORK_RELATIONS,
                        "Volgens de RSZ en het RSVZ werkte u niet op " + DAY.format(requestedOn)
                                + ". U moet werken op de dag van uw aanvraag.");
            case NO_HOURS_CARRIED_OVER ->
                new Failed(
                        condition,
                        Source.USED_CHEQUES,
                        "Volgens VDAB gebruikte u al " + cheques(judgement.chequesUsed())
                                + ". Wie er twee of meer gebruikte, heeft geen uren meer over.");
            case OUTPLACEMENT ->
                new Failed(
                        condition,
                        Source.OUTPLACEMENT,
                        "Volgens VDAB volgt u nu outplacement. Begeleiding die daar deel van is, valt niet onder het loopbaankrediet.");
            case OUTSIDE_REGION -> new Failed(condition, Source.PERSON, outside(judgement));
            case CHEQUE_EVER_USED ->
                new Failed(
                        condition,
                        Source.USED_CHEQUES,
                        "Volgens VDAB gebruikte u al " + cheques(judgement.chequesUsed())
                                + ". De cheque van de overgang is voor wie er nooit een had.");
            case CHEQUES_USED_UP ->
                new Failed(
                        condition,
                        Source.USED_CHEQUES,
                        "Volgens VDAB gebruikte u in de laatste zes jaar al twee loopbaancheques.");
            case QUOTA_FULL -> new Failed(condition, Source.USED_CHEQUES, "De loopbaancheques van deze maand zijn op.");
            case NOT_OUT_OF_WORK_LONG_ENOUGH ->
                new Failed(
                        condition,
                        Source.WORK_RELATIONS,
                        "Volgens de RSZ en het RSVZ was u niet lang genoeg zonder werk om als herintreder te tellen.");
            case BENEFIT_WHILE_OUT_OF_WORK ->
                new Failed(
                        condition,
                        Source.WORK_RELATIONS,
                        "U kreeg een uitkering terwijl u niet werkte. Dan telt u niet als herintreder.");
        };
    }

    private static String outside(Judgement judgement) {
        String need =
                " U moet in Vlaanderen of Brussel wonen, of er werken en elders in de Europese Economische Ruimte wonen.";
        if (judgement.region() == Region.UNKNOWN) {
            return "Het Rijksregister kent geen adres van u." + need;
        }
        if (judgement.region().elsewhereInEea()) {
            return "Volgens het Rijksregister woont u niet in Vlaanderen of Brussel, en volgens de Kruispuntbank van Ondernemingen werkt u er ook niet."
                    + need;
        }
        return "Volgens het Rijksregister woont u buiten de Europese Economische Ruimte." + need;
    }

    private static String price(Judgement judgement) {
        String amount = "U betaalt " + judgement.coPaymentPerHourCents() / 100 + " euro per uur";
        return switch (judgement.educationBasis()) {
            case UNKNOWN ->
                amount
                        + ", omdat we uw diploma niet kennen. Bezorgt u een bewijs van hoogstens lager secundair onderwijs, dan betaalt u minder.";
            case UNRECOGNISED_DIPLOMA -> amount + ", omdat uw buitenlandse diploma niet erkend is.";
            case PROOF ->
                amount
                        + (judgement.educationLevel() == EducationLevel.LOW
                                ? ", omdat u hoogstens lager secundair onderwijs volgde."
                                : ".");
        };
    }

    private static List<Option> options(Judgement judgement, Openings openings) {
        List<Option> options = new ArrayList<>();
        if (judgement.entitled()) {
            options.add(new Option(
                    Action.BOOK, "Kies een erkende loopbaanbegeleider en reserveer een eerste blok van 2 uur."));
            if (openings.evidence() && judgement.educationBasis() == EducationBasis.UNKNOWN) {
                options.add(new Option(Action.SEND_EVIDENCE, "Stuur een bewijs van uw opleiding in."));
            }
            if (openings.objection()) {
                options.add(
                        new Option(Action.OBJECT, "Bent u het niet eens met de uren of de prijs? Dien bezwaar in."));
            }
            return List.copyOf(options);
        }
        if (openings.evidence()) {
            // the known false refusals
            options.add(
                    new Option(
                            Action.SEND_EVIDENCE,
                            "Klopt dit niet? Stuur een bewijs in, bijvoorbeeld van werk in het buitenland, een opzegperiode of verlof."));
        }
        if (openings.objection()) {
            options.add(new Option(Action.OBJECT, "Dien bezwaar in. Dan bekijkt een medewerker uw aanvraag opnieuw."));
        }
        if (judgement.failed().contains(Condition.NOT_ENOUGH_EXPERIENCE)) {
            options.add(new Option(
                    Action.CAREER_ORIENTATION,
                    "Werkt u nog niet lang? Vraag naar loopbaanoriëntatie voor wie aan een loopbaan begint."));
        }
        options.add(new Option(
                Action.REFLECTION_TOOLS,
                "Gebruik de gratis online reflectietools over uw loopbaan, zonder voorwaarden."));
        return List.copyOf(options);
    }

    private static String period(PeriodKind kind, LocalDate from, @Nullable LocalDate to) {
        String what = switch (kind) {
            case EMPLOYEE -> "Job als werknemer";
            case SELF_EMPLOYED -> "Zelfstandige activiteit";
            case SICKNESS_WITH_CONTRACT -> "Ziekte tijdens een arbeidsovereenkomst";
            case TEACHER_SUMMER_HOLIDAY -> "Zomervakantie in het onderwijs";
            case TEMP_AGENCY_WORK -> "Uitzendwerk";
            case IBO -> "Individuele beroepsopleiding";
            case TEMPORARY_UNEMPLOYMENT -> "Tijdelijke werkloosheid";
            case PARENTAL_LEAVE -> "Ouderschapsverlof";
            case MATERNITY_LEAVE -> "Moederschapsverlof";
            case UNEMPLOYMENT -> "Werkloosheid";
            case CAREER_BREAK -> "Loopbaanonderbreking met uitkering";
            case OTHER -> "Andere periode";
        };
        return to == null
                ? what + " sinds " + DAY.format(from)
                : what + " van " + DAY.format(from) + " tot en met " + DAY.format(to);
    }

    private static String worth(Weight weight, int days) {
        return switch (weight) {
            case WORK -> days(days) + " geteld.";
            case EQUATED -> days(days) + " geteld, want dit is gelijkgesteld met werk.";
            case COUNTED_ELSEWHERE -> "0 dagen erbij, want deze dagen tellen al mee in een andere periode.";
            case CANCELLED -> "telt niet mee, want de werkgever heeft deze aangifte geannuleerd.";
            case NOT_WORK -> "telt niet mee, want dit is geen werk.";
            case BEFORE_THE_WINDOW -> "telt niet mee, want dit is te lang geleden.";
            case AFTER_THE_REQUEST -> "telt niet mee, want dit begint na uw aanvraag.";
        };
    }

    private static String owner(Source source) {
        return switch (source) {
            case WORK_RELATIONS -> "de RSZ (Dimona)";
            case SELF_EMPLOYMENT -> "het RSVZ";
            case DIPLOMAS -> "de Leer- en Ervaringsbewijzendatabank";
            case PERSON -> "het Rijksregister";
            case ENTERPRISES -> "de Kruispuntbank van Ondernemingen";
            case USED_CHEQUES, OUTPLACEMENT -> "VDAB";
        };
    }

    private static String about(Source source) {
        return switch (source) {
            case WORK_RELATIONS -> "uw jobs als werknemer";
            case SELF_EMPLOYMENT -> "uw periodes als zelfstandige";
            case DIPLOMAS -> "uw hoogste diploma";
            case PERSON -> "waar u woont";
            case ENTERPRISES -> "waar uw werkgever gevestigd is";
            case USED_CHEQUES -> "de loopbaancheques die u gebruikte";
            case OUTPLACEMENT -> "of u outplacement volgt";
        };
    }

    private static String cheques(int number) {
        return number == 1 ? "1 loopbaancheque" : number(number) + " loopbaancheques";
    }

    private static String days(int days) {
        return days == 1 ? "1 dag" : number(days) + " dagen";
    }

    private static String number(int number) {
        return NumberFormat.getIntegerInstance(DUTCH).format(number);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
